import { booleanAttribute, ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icons';
import { UiWords } from './ui-words';

export type BannerTone = 'info' | 'done' | 'warn' | 'needs-you' | 'offline';

const looks: Record<BannerTone, IconName> = { info: 'info', done: 'circle-check', warn: 'triangle-alert', 'needs-you': 'circle-alert', offline: 'wifi-off' };

/** A message that concerns the whole page or card; `[coAction]` holds what to do about it. */
@Component({
  selector: 'co-banner',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-icon [name]="icon()" />
    <div class="said">
      @if (heading(); as words) {<p class="heading">{{ words }}</p>}
      <div><ng-content /></div>
    </div>
    <ng-content select="[coAction]" />
    @if (dismissible()) {<button type="button" [attr.aria-label]="ui.words().close" (click)="dismissed.emit()"><co-icon name="x" /></button>}
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-2) var(--co-space-3); padding: var(--co-space-3) var(--co-space-4); border-radius: var(--co-radius); background: var(--co-slate-wash); color: var(--co-ink); --tone: var(--co-slate); }
    :host(.done) { background: var(--co-green-wash); --tone: var(--co-green); }
    :host(.warn) { background: var(--co-amber-wash); --tone: var(--co-amber); }
    :host(.needs-you) { background: var(--co-brick-wash); --tone: var(--co-brick); }
    :host(.offline) { background: var(--co-sunk); border: 1px dashed var(--co-edge); --tone: var(--co-ink); }
    co-icon { color: var(--tone); align-self: flex-start; margin-top: 2px; }
    .said { flex: 1 1 12rem; min-width: 0; }
    .heading { font-weight: 650; color: var(--tone); }
    button { display: grid; place-items: center; width: 32px; height: 32px; border: 0; border-radius: var(--co-radius); background: none; }
    button { margin-block: -4px; }
    button co-icon { align-self: center; margin: 0; }
    button:hover { background: var(--co-surface); }
    @media print { :host { display: none; } }
  `,
  host: { '[class]': 'tone()', '[attr.role]': 'live() ? "status" : null' },
})
export class Banner {
  readonly tone = input<BannerTone>('info');
  readonly heading = input('');
  readonly dismissible = input(false, { transform: booleanAttribute });
  /** Announced when it appears while the page is already open. */
  readonly live = input(false, { transform: booleanAttribute });
  readonly dismissed = output();
  protected readonly ui = inject(UiWords);
  protected readonly icon = computed(() => looks[this.tone()]);
}
