import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { UiWords } from './ui-words';

let count = 0;

/** How far a long work is, in words and as a bar; without a value it only says that it goes on. */
@Component({
  selector: 'co-progress',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="words"><span [id]="id">{{ label() }}</span><span class="value">{{ said() }}</span></div>
    <div class="bar" role="progressbar" [attr.aria-labelledby]="id" aria-valuemin="0" [attr.aria-valuemax]="value() === null ? null : max()" [attr.aria-valuenow]="value()" [attr.aria-valuetext]="said()">
      <div class="done" [class.endless]="value() === null" [style.width.%]="value() === null ? null : share()"></div>
    </div>
  `,
  styles: `
    :host { display: block; }
    .words { display: flex; justify-content: space-between; gap: var(--co-space-4); margin-bottom: 6px; }
    .value { color: var(--co-soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
    .bar { height: 8px; border-radius: 4px; background: var(--co-sunk); border: 1px solid var(--co-edge); overflow: hidden; }
    .done { height: 100%; background: var(--co-green); transition: width var(--co-calm) var(--co-ease); }
    .endless { width: 35%; animation: pass 1.4s ease-in-out infinite; }
    @keyframes pass { from { transform: translateX(-100%); } to { transform: translateX(290%); } }
  `,
})
export class Progress {
  readonly label = input.required<string>();
  readonly value = input<number | null>(null);
  readonly max = input(100);
  /** Replaces the percentage, for instance «12 pages sur 30». */
  readonly valueText = input('');
  private readonly ui = inject(UiWords);
  protected readonly id = `co-progress-${++count}`;
  protected readonly share = computed(() => Math.max(0, Math.min(100, ((this.value() ?? 0) / this.max()) * 100)));
  protected readonly said = computed(() => this.valueText() || (this.value() === null ? `${this.ui.words().working}…` : `${Math.round(this.share())} %`));
}
