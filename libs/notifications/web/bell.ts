import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import { countedUpTo } from '@cohorte/notifications/contract';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoService } from '@jsverse/transloco';
import { BellStore } from './bell.store';
import { CountedPipe } from './counted.pipe';

/** The bell of every page, with how many notices wait; what it opens is fetched when it is pressed. */
@Component({
  selector: 'co-bell',
  imports: [CountedPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" aria-haspopup="dialog" [attr.aria-label]="store.unread() | coCounted: 'notifications.bell.label'" (click)="open()">
      <co-icon name="bell" />
      @if (store.unread(); as count) {<span class="count" aria-hidden="true">{{ count >= most ? most + '+' : count }}</span>}
    </button>
    <span class="co-hidden" aria-live="polite">@if (store.said(); as more) {{{ more | coCounted: 'notifications.bell.said' }}}</span>
  `,
  styles: `
    :host { flex: none; position: relative; }
    button { position: relative; display: grid; place-items: center; width: 40px; height: 40px; padding: 0; border: 0; border-radius: var(--co-radius); background: none; color: var(--co-ink); }
    button:hover { background: var(--co-sunk); }
    .count { position: absolute; top: 2px; right: 0; min-width: 18px; padding: 0 5px; border-radius: 9px; background: var(--co-brick); color: var(--co-surface); font-size: 0.6875rem; font-weight: 700; line-height: 18px; text-align: center; font-variant-numeric: tabular-nums; }
    @media (max-width: 700px) { button { width: 44px; height: 44px; } co-icon { width: 1.4em; height: 1.4em; } }
    @media print { :host { display: none; } }
  `,
})
export class Bell {
  protected readonly store = inject(BellStore);
  protected readonly most = countedUpTo;
  private readonly dialogs = inject(Dialogs);
  private readonly transloco = inject(TranslocoService);

  constructor() {
    inject(DestroyRef).onDestroy(this.store.follow());
  }

  protected async open(): Promise<void> {
    const { BellPanel } = await import('./bell-panel');
    // Named here: the panel’s own heading waits for its words.
    this.dialogs.sheet(BellPanel, undefined, { side: 'end', label: this.transloco.translate('notifications.bell.title') });
  }
}
