import { afterNextRender, ChangeDetectionStrategy, Component, ElementRef, inject, Injector, input, output, signal, viewChild } from '@angular/core';
import { Icon } from '@cohorte/ui/web/icon';
import { Tooltip } from '@cohorte/ui/web/tooltip';
import { TranslocoPipe } from '@jsverse/transloco';

/** The document's title, changed in place by those who may: Enter or leaving the field keeps, Escape gives up. */
@Component({
  selector: 'co-rename-title',
  imports: [Icon, Tooltip, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (editing()) {
      <input #field maxlength="200" autocomplete="off" [attr.aria-label]="'drafts.rename.label' | transloco" [value]="title()" (keydown)="key($event)" (blur)="keep()" />
    } @else {
      <h1>{{ title() }}</h1>
      @if (editable()) {<button type="button" [attr.aria-label]="'drafts.rename.edit' | transloco" [coTooltip]="'drafts.rename.edit' | transloco" (click)="start()"><co-icon name="pencil" size="small" /></button>}
    }
  `,
  styles: `
    :host { display: flex; align-items: center; gap: var(--co-space-1); min-width: 0; }
    h1 { font-size: var(--co-text-m); line-height: 1.3; text-wrap: nowrap; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    input { width: min(480px, 100%); min-width: 0; padding: 1px 6px; margin-left: -7px; border: 1px solid var(--co-edge); border-radius: var(--co-radius); background: var(--co-surface); font-size: var(--co-text-m); font-weight: 650; }
    button { display: grid; place-items: center; flex: none; width: 28px; height: 28px; border: 0; border-radius: var(--co-radius); background: none; color: var(--co-soft); }
    button:hover { background: var(--co-sunk); color: var(--co-ink); }
    @media print { button { display: none; } h1 { white-space: normal; font-size: var(--co-text-xl); } }
  `,
})
export class RenameTitle {
  readonly title = input.required<string>();
  readonly editable = input(false);
  readonly renamed = output<string>();
  protected readonly editing = signal(false);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected start(): void {
    this.editing.set(true);
    afterNextRender(() => this.field()?.nativeElement.select(), { injector: this.injector });
  }

  protected key(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.keep(true);
    if (event.key === 'Escape') this.stop(true);
  }

  protected keep(byKey = false): void {
    if (!this.editing()) return;
    const title = this.field()?.nativeElement.value.trim() ?? '';
    this.stop(byKey);
    if (title !== '' && title !== this.title()) this.renamed.emit(title);
  }

  private stop(focusBack: boolean): void {
    this.editing.set(false);
    if (focusBack) afterNextRender(() => this.host.querySelector('button')?.focus(), { injector: this.injector });
  }
}
