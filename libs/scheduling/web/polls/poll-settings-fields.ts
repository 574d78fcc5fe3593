import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { PollSettings } from '@cohorte/scheduling/contract';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { Field } from '@cohorte/ui/web/field';
import { type RadioOption, RadioGroup } from '@cohorte/ui/web/radio-group';
import { TextInput } from '@cohorte/ui/web/text-input';
import { PollWords } from './poll-words';

/** How a poll asks and what it shows: the same fields when it is written and when it is changed. */
export type AskingSettings = Pick<PollSettings, 'thirdAnswer' | 'visibility' | 'namesHidden' | 'counting' | 'quorum' | 'proposals'>;

/** Fields of how a poll asks and of what each sees. */
@Component({
  selector: 'co-poll-settings-fields',
  imports: [Checkbox, Field, RadioGroup, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let it = settings();
    <co-radio-group [label]="words.say('new.countingLabel')" [options]="countings()" [value]="it.counting" (valueChange)="changed.emit({ counting: $event ?? 'structures' })" />
    <co-field [label]="words.say('new.quorum')" [help]="words.say('new.quorumHelp')" optional fieldId="co-poll-quorum"><input coInput type="number" inputmode="numeric" min="1" max="500" [value]="it.quorum ?? ''" (input)="changed.emit({ quorum: $any($event.target).value ? $any($event.target).valueAsNumber : null })" /></co-field>
    <co-radio-group [label]="words.say('new.visibilityLabel')" [options]="visibilities()" [value]="it.visibility" (valueChange)="changed.emit({ visibility: $event ?? 'all' })" />
    <co-checkbox [label]="words.say('new.namesHidden')" [checked]="it.namesHidden" (checkedChange)="changed.emit({ namesHidden: $event })" />
    <co-checkbox [label]="words.say('new.thirdAnswer')" [checked]="it.thirdAnswer" (checkedChange)="changed.emit({ thirdAnswer: $event })" />
    <co-radio-group [label]="words.say('new.proposalsLabel')" [options]="proposals()" [value]="it.proposals" (valueChange)="changed.emit({ proposals: $event ?? 'none' })" />
  `,
  styles: `:host { display: grid; gap: var(--co-space-5); min-width: 0; }`,
})
export class PollSettingsFields {
  readonly settings = input.required<AskingSettings>();
  readonly changed = output<Partial<AskingSettings>>();
  protected readonly words = inject(PollWords);
  protected readonly visibilities = computed(() => this.options('visibility', ['all', 'totals', 'after-answer'] as const));
  protected readonly countings = computed(() => this.options('counting', ['structures', 'people'] as const).map((option) => ({ ...option, help: this.words.say(`new.countingHelp.${option.value}`) })));
  protected readonly proposals = computed(() => this.options('proposals', ['none', 'review', 'open'] as const));

  private options<T extends string>(field: string, values: readonly T[]): RadioOption<T>[] {
    return values.map((value) => ({ value, label: this.words.say(`new.${field}.${value}`) }));
  }
}
