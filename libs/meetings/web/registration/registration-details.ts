import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { RegistrationAnswers, RegistrationQuestion } from '@cohorte/meetings/contract';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';
import { type AccessNeed, accessNeeds } from '../../contract/registration/questions-asked';
import { RegistrationQuestions } from './registration-questions';

/** What the person needed last time, taken up only when they say so. */
export interface FormerNeeds {
  readonly title: string;
  readonly needs: readonly AccessNeed[];
  readonly note: string;
}

/** What someone says of themselves when they register, and may say otherwise later: answers, needs, being seen. */
@Component({
  selector: 'co-registration-details',
  imports: [Button, Checkbox, Field, RegistrationQuestions, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './registration-details.html',
  styles: `
    :host { display: grid; gap: var(--co-space-5); }
    fieldset { display: grid; gap: var(--co-space-3); min-width: 0; margin: 0; padding: 0; border: 0; }
    legend { margin-bottom: var(--co-space-1); padding: 0; font-weight: 650; }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
  `,
})
export class RegistrationDetails {
  readonly questions = input.required<readonly RegistrationQuestion[]>();
  readonly answers = model.required<RegistrationAnswers>();
  readonly needs = model.required<readonly AccessNeed[]>();
  readonly needsNote = model.required<string>();
  readonly isVisible = model.required<boolean>();
  /** What the server said of a field. */
  readonly problem = input.required<(field: string) => string>();
  /** Question → words that say where its answer comes from. */
  readonly marks = input<Readonly<Record<string, string>>>({});
  readonly former = input<FormerNeeds | null>(null);
  protected readonly allNeeds = accessNeeds;

  protected takeFormer({ needs, note }: FormerNeeds): void {
    this.needs.set(needs);
    this.needsNote.set(note);
  }

  protected need(need: AccessNeed, on: boolean): void {
    this.needs.update((known) => (on ? [...known, need] : known.filter((one) => one !== need)));
  }
}
