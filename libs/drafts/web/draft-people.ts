import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Avatar } from '@cohorte/ui/web/avatar';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PresentPerson } from './sync/draft-presence';

/** Those who have the document open now, one face per person. */
@Component({
  selector: 'co-draft-people',
  imports: [Avatar, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (people().length > 0) {
      <ul role="list" [attr.aria-label]="'drafts.people.here' | transloco">
        @for (person of people().slice(0, max); track person.personId) {
          <li><co-avatar [name]="person.name" [attr.title]="person.isMe ? ('drafts.people.me' | transloco: { name: person.name }) : person.name" /></li>
        }
        @if (people().length > max) {<li class="rest" [attr.aria-label]="ui.words().others(people().length - max)">+{{ people().length - max }}</li>}
      </ul>
    }
  `,
  styles: `
    :host { display: inline-flex; }
    ul { display: flex; list-style: none; }
    li { border-radius: 50%; box-shadow: 0 0 0 2px var(--co-surface); }
    li + li { margin-left: -6px; }
    co-avatar { display: grid; }
    .rest { display: grid; place-items: center; min-width: 32px; height: 32px; padding: 0 6px; border-radius: 16px; background: var(--co-sunk); color: var(--co-soft); font-size: 0.75rem; font-weight: 700; }
    @media print { :host { display: none; } }
  `,
})
export class DraftPeople {
  readonly people = input.required<readonly PresentPerson[]>();
  protected readonly ui = inject(UiWords);
  protected readonly max = 5;
}
