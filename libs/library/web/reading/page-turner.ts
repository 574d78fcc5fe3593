import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoDirective } from '@jsverse/transloco';

/** Turns pages: before, after, or straight to a number. */
@Component({
  selector: 'co-page-turner',
  imports: [Button, Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav *transloco="let t; prefix: 'library.file.reader'" [attr.aria-label]="t('pages')">
      <button coButton square type="button" [disabled]="page() <= 1" [attr.aria-label]="t('previous')" (click)="turned.emit(page() - 1)"><co-icon name="chevron-left" /></button>
      <form novalidate (submit)="go($event, number)">
        <label><span>{{ t('page') }}</span><input #number inputmode="numeric" autocomplete="off" [attr.size]="('' + total()).length + 1" [attr.aria-label]="t('goTo')" [value]="page()" (change)="go($event, number)" (focus)="number.select()" /></label>
        <span class="total">{{ t('of', { total: total() }) }}</span>
      </form>
      <button coButton square type="button" [disabled]="page() >= total()" [attr.aria-label]="t('next')" (click)="turned.emit(page() + 1)"><co-icon name="chevron-right" /></button>
    </nav>
  `,
  styles: `
    nav, form, label { display: flex; align-items: center; gap: var(--co-space-2); }
    input { min-width: 2.5em; min-height: var(--co-control); padding: 0 var(--co-space-2); border: 1px solid var(--co-edge); border-radius: var(--co-radius); background: var(--co-surface); text-align: center; font-variant-numeric: tabular-nums; }
    .total { white-space: nowrap; color: var(--co-soft); font-variant-numeric: tabular-nums; }
    @media (max-width: 600px) { input { font-size: max(16px, var(--co-text-s)); } }
  `,
})
export class PageTurner {
  readonly page = input.required<number>();
  readonly total = input.required<number>();
  readonly turned = output<number>();

  protected go(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const asked = Math.round(Number(field.value));
    const page = Number.isFinite(asked) && field.value.trim() ? Math.min(Math.max(asked, 1), this.total()) : this.page();
    field.value = String(page);
    if (page !== this.page()) this.turned.emit(page);
  }
}
