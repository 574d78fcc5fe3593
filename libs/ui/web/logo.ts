import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ThreadMark } from './thread-mark';

/** The thread and the name of the house. */
@Component({
  selector: 'co-logo',
  imports: [ThreadMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<co-thread-mark /><span>Cohorte</span>`,
  styles: `
    :host { display: inline-flex; align-items: center; gap: var(--co-space-2); color: var(--co-ink); font-size: var(--co-text-m); font-weight: 700; line-height: 1; letter-spacing: -0.01em; }
    span { display: var(--co-logo-word, inline); }
    co-thread-mark { flex: none; font-size: 0.8em; }
  `,
})
export class Logo {}
