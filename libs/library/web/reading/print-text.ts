import { afterNextRender, ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, Injector, input, linkedSignal, type OnInit, output, signal } from '@angular/core';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FilePage } from '../../contract/file';
import type { ResourcePage } from '../../contract/resource';
import { readAllPages } from '../library-reader';
import { markedBlocks } from './marked-blocks';
import { PageBlocks } from './page-blocks';

/** Prints the text of a document, whole or from one page to another: fetched first, then given to the printer. */
@Component({
  selector: 'co-print-text',
  imports: [Banner, Button, Icon, PageBlocks, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.ready]': 'printed() !== null' },
  template: `
    <ng-container *transloco="let t; prefix: 'library'">
      <form class="co-no-print" novalidate [attr.aria-label]="t('file.reader.printText')" (submit)="$event.preventDefault(); print()">
        <label><span>{{ t('file.reader.printFrom') }}</span><input type="number" inputmode="numeric" min="1" [max]="total()" [value]="from()" (change)="from.set(within($any($event.target).value))" /></label>
        <label><span>{{ t('file.reader.printTo') }}</span><input type="number" inputmode="numeric" min="1" [max]="total()" [value]="to()" (change)="to.set(within($any($event.target).value))" /></label>
        <button coButton variant="primary" type="submit" [disabled]="isReading()"><co-icon name="printer" />{{ t('print') }}</button>
        <button coButton variant="quiet" type="button" (click)="closed.emit()">{{ t('file.reader.printClose') }}</button>
        <p role="status">@if (isReading()) {{{ t('file.reader.printReading') }}}</p>
      </form>
      @if (hasFailed()) {<co-banner class="co-no-print" tone="needs-you" live [heading]="t('failed')" />}
      @if (printed(); as pages) {
        <div class="all" [attr.lang]="resource().language">
          @for (page of pages; track page.number) {<section><h2>{{ t('file.reader.' + heading(), { page: page.number }) }}</h2><co-page-blocks [blocks]="blocks(page)" [tableLabel]="t('file.reader.table')" /></section>}
        </div>
      }
    </ng-container>
  `,
  styles: `
    form { display: flex; flex-wrap: wrap; align-items: end; gap: var(--co-space-3); margin-bottom: var(--co-space-4); padding: var(--co-card-pad); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); background: var(--co-surface); }
    label { display: grid; gap: var(--co-space-1); font-size: var(--co-text-s); font-weight: 600; }
    input { width: 6em; min-height: var(--co-control); padding: 0 var(--co-space-2); border: 1px solid var(--co-edge); border-radius: var(--co-radius); background: var(--co-surface); }
    .all { display: none; }
    @media print { .all { display: block; } section { margin-top: 6mm; } h2 { font-size: 11pt; break-after: avoid; } }
  `,
})
export class PrintText implements OnInit {
  readonly resource = input.required<ResourcePage>();
  readonly heading = input.required<string>();
  /** Asked by the keys of the browser: nothing is asked back. */
  readonly isAll = input(false);
  readonly closed = output();
  private readonly injector = inject(Injector);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly total = computed(() => this.resource().file?.pages ?? 1);
  protected readonly from = signal(1);
  protected readonly to = linkedSignal(() => this.total());
  protected readonly printed = signal<readonly FilePage[] | null>(null);
  protected readonly isReading = signal(false);
  protected readonly hasFailed = signal(false);

  ngOnInit(): void {
    if (this.isAll()) void this.print();
  }

  protected within(typed: string): number {
    return Math.min(Math.max(Math.round(Number(typed)) || 1, 1), this.total());
  }

  protected blocks(page: FilePage) {
    return markedBlocks(page.text, this.resource().file?.type === 'pdf', '');
  }

  async print(): Promise<void> {
    const { slug, edition, latestEdition } = this.resource();
    const [from, to] = [Math.min(this.from(), this.to()), Math.max(this.from(), this.to())];
    this.isReading.set(true);
    this.hasFailed.set(false);
    try {
      this.printed.set(await readAllPages(slug, { edition: edition === latestEdition ? undefined : edition, from, total: to }));
      afterNextRender(() => this.window?.print(), { injector: this.injector });
    } catch {
      this.hasFailed.set(true);
    } finally {
      this.isReading.set(false);
    }
  }
}
