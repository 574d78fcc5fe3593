import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Requirement } from '@cohorte/scheduling/contract';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { requirementName } from './combination-words';
import type { TrackDates } from './track-plan';
import { TrackWords } from './track-words';

interface Choice {
  readonly key: string;
  readonly requirement: Requirement;
  readonly name: string;
}

/** Without whom a meeting makes no sense: a role, a person, a structure. */
@Component({
  selector: 'co-required-choice',
  imports: [Field, Icon, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-field [label]="words.say('plan.required')" [help]="words.say('plan.requiredHelp')">
      <select coInput [value]="''" (change)="add($any($event.target))">
        <option value="">{{ words.say(required().length ? 'plan.requiredAdd' : 'plan.requiredChoose') }}</option>
        @for (group of groups(); track group.label) {
          @if (group.choices.length) {
            <optgroup [label]="group.label">@for (choice of group.choices; track choice.key) {<option [value]="choice.key">{{ choice.name }}</option>}</optgroup>
          }
        }
      </select>
    </co-field>
    @if (required().length) {
      <ul role="list">
        @for (one of chosen(); track one.key) {
          <li>{{ one.name }}<button type="button" [attr.aria-label]="words.say('plan.requiredRemove', { name: one.name })" (click)="remove(one.key)"><co-icon name="x" size="small" /></button></li>
        }
      </ul>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-2); min-width: 0; }
    ul { display: flex; flex-wrap: wrap; gap: var(--co-space-2); padding: 0; }
    li { display: inline-flex; align-items: center; gap: var(--co-space-1); padding-left: var(--co-space-3); border: 1px solid var(--co-green); border-radius: var(--co-radius); background: var(--co-green-wash); }
    button { display: grid; place-items: center; width: 32px; height: 32px; border: 0; border-radius: var(--co-radius); background: none; }
  `,
})
export class RequiredChoice {
  readonly page = input.required<Pick<TrackDates, 'meetings' | 'people' | 'structures'>>();
  readonly required = input.required<readonly Requirement[]>();
  readonly changed = output<Requirement[]>();
  protected readonly words = inject(TrackWords);
  private readonly choices = computed(() => {
    const { people, structures } = this.page();
    const roles = [...new Set(people.flatMap((person) => person.roles))].filter((role) => role !== 'lead' && role !== 'member' && role !== 'guest');
    return {
      rolesGroup: roles.map((role) => this.choice({ kind: 'role', role })),
      structuresGroup: structures.map(({ id }) => this.choice({ kind: 'structure', structureId: id })),
      peopleGroup: people.map(({ personId }) => this.choice({ kind: 'person', personId })),
    };
  });
  protected readonly chosen = computed(() => this.required().map((requirement) => this.choice(requirement)));
  protected readonly groups = computed(() => {
    const taken = new Set(this.chosen().map((one) => one.key));
    return Object.entries(this.choices()).map(([label, choices]) => ({ label: this.words.say(`plan.${label}`), choices: choices.filter((one) => !taken.has(one.key)) }));
  });

  protected add(select: HTMLSelectElement): void {
    const chosen = Object.values(this.choices()).flat().find((one) => one.key === select.value);
    select.value = '';
    if (chosen) this.changed.emit([...this.required(), chosen.requirement]);
  }

  protected remove(key: string): void {
    this.changed.emit(this.required().filter((one) => JSON.stringify(one) !== key));
  }

  private choice(requirement: Requirement): Choice {
    return { key: JSON.stringify(requirement), requirement, name: requirementName(this.words, this.page(), requirement) };
  }
}
