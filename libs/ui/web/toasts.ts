import { ChangeDetectionStrategy, Component, effect, ElementRef, inject } from '@angular/core';
import { Icon } from './icon';
import { Toasts } from './toasts.service';
import { UiWords } from './ui-words';

/** Where toasts appear: once in the app, in the frame. */
@Component({
  selector: 'co-toasts',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (toast of service.toasts(); track toast.id) {
      <div class="toast {{ toast.tone }}">
        <co-icon [name]="toast.tone === 'problem' ? 'circle-alert' : toast.tone === 'info' ? 'info' : 'circle-check'" />
        <p>{{ toast.text }}</p>
        @if (toast.undo) {<button type="button" class="undo" (click)="service.undo(toast)">{{ ui.words().undo }}</button>}
        <button type="button" class="close" [attr.aria-label]="ui.words().close" (click)="service.dismiss(toast.id)"><co-icon name="x" /></button>
      </div>
    }
  `,
  styles: `
    :host { position: fixed; z-index: 1200; height: auto; margin: 0; padding: 0; border: 0; background: none; color: var(--co-ink); overflow: visible; inset: auto var(--co-space-6) var(--co-space-6) auto; display: grid; gap: var(--co-space-2); width: min(420px, calc(100vw - 32px)); pointer-events: none; }
    .toast { pointer-events: auto; display: flex; align-items: center; gap: var(--co-space-3); min-height: 48px; padding: var(--co-space-2) var(--co-space-2) var(--co-space-2) var(--co-space-4);
      background: var(--co-raised); border: 1px solid var(--co-hairline); border-left: 4px solid var(--co-green); border-radius: var(--co-radius); box-shadow: var(--co-float); animation: rise var(--co-calm) var(--co-ease); }
    .toast > co-icon { color: var(--co-green); }
    .problem { border-left-color: var(--co-brick); } .problem > co-icon { color: var(--co-brick); }
    .info { border-left-color: var(--co-slate); } .info > co-icon { color: var(--co-slate); }
    p { flex: 1; min-width: 0; }
    button { border: 0; background: none; min-height: 32px; border-radius: var(--co-radius); }
    button:hover { background: var(--co-sunk); }
    .undo { padding: 0 var(--co-space-3); color: var(--co-green); font-weight: 650; text-decoration: underline; text-underline-offset: 0.2em; }
    .close { display: grid; place-items: center; width: 32px; color: var(--co-soft); }
    @keyframes rise { from { transform: translateY(8px); opacity: 0; } }
    @media (max-width: 800px) { :host { inset: auto 16px calc(64px + env(safe-area-inset-bottom)) 16px; width: auto; } }
  `,
  host: { popover: 'manual', role: 'status', 'aria-live': 'polite', '(pointerenter)': 'service.pause()', '(pointerleave)': 'service.resume()', '(focusin)': 'service.pause()', '(focusout)': 'service.resume()' },
})
export class ToastRegion {
  protected readonly service = inject(Toasts);
  protected readonly ui = inject(UiWords);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    // The region is shown anew with each toast, so that it lies above a dialog opened before.
    effect(() => {
      if (!this.element.isConnected || !this.element.showPopover) return;
      if (this.element.matches(':popover-open')) this.element.hidePopover();
      if (this.service.toasts().length) this.element.showPopover();
    });
  }
}
