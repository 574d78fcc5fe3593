import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** Those who come and chose to be seen, shown to those who come. */
@Component({
  selector: 'co-registration-participants',
  imports: [TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.registration.participants'">
      @if (people().length > 0) {
        <h3>{{ t('heading') }}</h3>
        <ul role="list">
          @for (one of people(); track $index) {<li><strong>{{ one.name }}</strong>@if (one.structureName) {<span> · {{ one.structureName }}</span>}</li>}
        </ul>
        <p>{{ t('help') }}</p>
      }
    </ng-container>
  `,
  styles: `
    :host { display: block; }
    h3 { font-size: var(--co-text-s); margin-bottom: var(--co-space-2); }
    ul { list-style: none; margin: 0; padding: 0; columns: 16rem auto; column-gap: var(--co-space-6); }
    li { break-inside: avoid; padding-block: 2px; overflow-wrap: anywhere; }
    strong { font-weight: 600; }
    span, p { color: var(--co-soft); }
    p { margin-top: var(--co-space-2); font-size: var(--co-text-xs); }
  `,
})
export class RegistrationParticipants {
  readonly people = input.required<readonly { readonly name: string; readonly structureName: string | null }[]>();
}
