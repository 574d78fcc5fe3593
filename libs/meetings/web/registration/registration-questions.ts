import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { RegistrationAnswers, RegistrationQuestion } from '@cohorte/meetings/contract';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { Field } from '@cohorte/ui/web/field';
import { RadioGroup, type RadioOption } from '@cohorte/ui/web/radio-group';
import { TextInput } from '@cohorte/ui/web/text-input';
import { questionsAsked } from '../../contract/registration/questions-asked';

/** The questions of a meeting, answered by one person or for a colleague; those that depend on an answer come with it. */
@Component({
  selector: 'co-registration-questions',
  imports: [Checkbox, Field, RadioGroup, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './registration-questions.html',
  styles: `
    :host { display: grid; gap: var(--co-space-5); min-width: 0; }
    :host:empty { display: none; }
    fieldset { display: grid; gap: var(--co-space-3); min-width: 0; margin: 0; padding: 0; border: 0; }
    legend { margin-bottom: var(--co-space-1); padding: 0; font-weight: 650; }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
  `,
})
export class RegistrationQuestions {
  readonly questions = input.required<readonly RegistrationQuestion[]>();
  readonly answers = model.required<RegistrationAnswers>();
  /** What the server said of a field. */
  readonly problem = input.required<(field: string) => string>();
  /** Question → words that say where its answer comes from. */
  readonly marks = input<Readonly<Record<string, string>>>({});
  /** Before the name of a field: those of a colleague are `colleagues.0.answers.…`. */
  readonly of = input('');
  protected readonly asked = computed(() => questionsAsked(this.questions(), this.answers()).map((question) => ({ ...question, said: this.problem()(`${this.of()}answers.${question.id}`), mark: this.marks()[question.id] ?? '' })));

  protected choices({ choices }: RegistrationQuestion): RadioOption[] {
    return choices.map((value) => ({ value, label: value }));
  }

  protected answer(id: string): string {
    return [this.answers()[id] ?? ''].flat()[0] ?? '';
  }

  protected hasChosen(id: string, choice: string): boolean {
    return [this.answers()[id] ?? []].flat().includes(choice);
  }

  protected write(id: string, given: string): void {
    this.answers.update((known) => ({ ...known, [id]: given }));
  }

  protected choose(id: string, choice: string, on: boolean): void {
    const chosen = [this.answers()[id] ?? []].flat().filter((one) => one !== choice);
    this.answers.update((known) => ({ ...known, [id]: on ? [...chosen, choice] : chosen }));
  }
}
