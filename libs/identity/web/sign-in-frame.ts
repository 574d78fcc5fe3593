import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The one narrow sheet on which every step of a sign-in stands. */
@Component({
  selector: 'co-sign-in-frame',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h1>{{ heading() }}</h1>
    @if (lead(); as said) {<p class="lead">{{ said }}</p>}
    <div class="steps"><ng-content /></div>
  `,
  styles: `
    :host { display: block; max-width: 27rem; margin: var(--co-space-6) auto; padding: var(--co-space-8); background: var(--co-surface); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); }
    h1 { font-size: var(--co-text-xl); }
    .lead { margin-top: var(--co-space-2); color: var(--co-soft); text-wrap: pretty; overflow-wrap: anywhere; }
    .steps { display: grid; gap: var(--co-space-4); margin-top: var(--co-space-6); }
    @media (max-width: 600px) { :host { margin: 0 auto; padding: var(--co-space-5) var(--co-space-4); } }
  `,
})
export class SignInFrame {
  readonly heading = input.required<string>();
  readonly lead = input('');
}
