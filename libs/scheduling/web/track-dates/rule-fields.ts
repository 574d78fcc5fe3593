import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { weeksMax } from '@cohorte/scheduling/contract';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import type { MeetingSettings } from './track-plan';
import { TrackWords } from './track-words';

type Rules = Pick<MeetingSettings, 'minWeeks' | 'maxWeeks' | 'quorum'>;

/** A whole number within bounds, or nothing. */
function numberIn(text: string, least: number, most: number): number | null {
  const value = Number(text.trim());
  return text.trim() === '' || !Number.isInteger(value) ? null : Math.min(most, Math.max(least, value));
}

/** The gap to the meeting before, and how many structures must be able to come. */
@Component({
  selector: 'co-rule-fields',
  imports: [Field, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-field [label]="words.say('plan.minWeeks')"><input coInput type="number" inputmode="numeric" min="0" [max]="weeksMax" [value]="rules().minWeeks" (change)="changed.emit({ minWeeks: number($any($event.target).value, 0) ?? 0 })" /></co-field>
    <co-field [label]="words.say('plan.maxWeeks')"><input coInput type="number" inputmode="numeric" min="1" [max]="weeksMax" [placeholder]="words.say('plan.maxNone')" [value]="rules().maxWeeks ?? ''" (change)="changed.emit({ maxWeeks: number($any($event.target).value, 1) })" /></co-field>
    <co-field [label]="words.say('plan.quorum')" [help]="words.say('plan.quorumHelp', { total: total() })"><input coInput type="number" inputmode="numeric" min="1" [max]="total()" [value]="rules().quorum ?? ''" (change)="changed.emit({ quorum: number($any($event.target).value, 1, 500) })" /></co-field>
  `,
  styles: `
    :host { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr)); align-items: end; gap: var(--co-space-4); min-width: 0; }
    co-field:last-child { align-self: start; }
    co-field { align-self: start; }
    input { max-width: 10rem; }
  `,
})
export class RuleFields {
  readonly rules = input.required<Rules>();
  /** How many structures there are. */
  readonly total = input.required<number>();
  readonly changed = output<Partial<Rules>>();
  protected readonly words = inject(TrackWords);
  protected readonly weeksMax = weeksMax;

  protected number(text: string, least: number, most = weeksMax): number | null {
    return numberIn(text, least, most);
  }
}
