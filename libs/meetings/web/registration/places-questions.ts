import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { prefillFields, type RegistrationQuestion } from '@cohorte/meetings/contract';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { Field } from '@cohorte/ui/web/field';
import { Hidden } from '@cohorte/ui/web/hidden';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';
import { newRequestId } from '../meeting/new-request-id';

const kinds = ['text', 'one', 'many'] as const;

/** The questions put to those who register; one may depend on an answer to an earlier one. */
@Component({
  selector: 'co-places-questions',
  imports: [Button, Checkbox, Field, Hidden, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset *transloco="let t">
      <legend>{{ t('meetings.places.questions.title') }}</legend>
      @if (error()) {<p class="error" role="alert">{{ error() }}</p>}
      @for (question of questions(); track question.id) {
        <div class="question">
          <co-field [label]="t('meetings.places.questions.label')"><input coInput maxlength="200" [value]="question.label" (change)="write($index, { label: $any($event.target).value })" /></co-field>
          <co-field [label]="t('meetings.places.questions.kind')">
            <select coInput (change)="ask($index, $any($event.target).value)">@for (kind of kinds; track kind) {<option [value]="kind" [selected]="kind === question.kind">{{ t('meetings.places.questions.kinds.' + kind) }}</option>}</select>
          </co-field>
          @if (question.kind !== 'text') {
            <co-field [label]="t('meetings.places.questions.choices')" [help]="t('meetings.places.questions.choicesHelp')"><textarea coInput rows="3" [value]="question.choices.join('\\n')" (change)="write($index, { choices: lines($any($event.target).value) })"></textarea></co-field>
          }
          @if (question.kind === 'text') {
            <co-field [label]="t('meetings.places.questions.fills')" [help]="t('meetings.places.questions.fillsHelp')">
              <select coInput (change)="fill($index, $any($event.target).value)">
                <option value="">{{ t('meetings.places.questions.fillsNothing') }}</option>
                @for (field of fields; track field) {<option [value]="field" [selected]="field === question.fills">{{ t('meetings.places.questions.fillsWith.' + field) }}</option>}
              </select>
            </co-field>
          }
          @if (conditions($index).length > 0) {
            <co-field [label]="t('meetings.places.questions.onlyIf')">
              <select coInput (change)="depend($index, $any($event.target).value)">
                <option value="">{{ t('meetings.places.questions.always') }}</option>
                @for (condition of conditions($index); track condition.value) {<option [value]="condition.value" [selected]="condition.value === keyOf(question)">{{ condition.label }}</option>}
              </select>
            </co-field>
          }
          <div class="acts">
            <co-checkbox [label]="t('meetings.places.questions.required')" [checked]="question.required" (checkedChange)="write($index, { required: $event })" />
            <button coButton type="button" size="small" variant="quiet" (click)="remove($index)">{{ t('meetings.places.questions.remove') }}<span coHidden> {{ question.label }}</span></button>
          </div>
        </div>
      }
      <div><button coButton type="button" size="small" (click)="add()">{{ t('meetings.places.questions.add') }}</button></div>
    </fieldset>
  `,
  styles: `
    fieldset { display: grid; gap: var(--co-space-4); min-width: 0; margin: 0; padding: var(--co-space-4) 0 0; border: 0; border-top: 1px solid var(--co-hairline); }
    legend { float: left; width: 100%; padding: 0; font-weight: 650; font-size: var(--co-text-m); }
    .question { display: grid; gap: var(--co-space-3); padding: var(--co-space-4); border: 1px solid var(--co-hairline); border-radius: var(--co-radius); }
    .acts { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--co-space-2); }
    .error { color: var(--co-brick); font-weight: 600; }
  `,
})
export class PlacesQuestions {
  readonly questions = input.required<readonly RegistrationQuestion[]>();
  readonly error = input('');
  readonly changed = output<RegistrationQuestion[]>();
  protected readonly kinds = kinds;
  protected readonly fields = prefillFields;

  protected write(index: number, change: Partial<RegistrationQuestion>): void {
    this.changed.emit(this.questions().map((one, at) => (at === index ? { ...one, ...change } : one)));
  }

  protected ask(index: number, kind: RegistrationQuestion['kind']): void {
    this.changed.emit(this.questions().map((one, at) => (at === index ? { ...(kind === 'text' ? one : filledWith(one, undefined)), kind, choices: kind === 'text' ? [] : one.choices } : one)));
  }

  protected fill(index: number, field: (typeof prefillFields)[number] | ''): void {
    this.changed.emit(this.questions().map((one, at) => (at === index ? filledWith(one, field || undefined) : one)));
  }

  protected lines(text: string): string[] {
    return [...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))];
  }

  /** Answers of earlier questions a question may depend on. */
  protected conditions(index: number): { value: string; label: string }[] {
    return this.questions().slice(0, index).flatMap(({ id, label, choices }) => choices.map((choice) => ({ value: `${id} ${choice}`, label: `${label} : ${choice}` })));
  }

  protected keyOf({ onlyIf }: RegistrationQuestion): string {
    return onlyIf ? `${onlyIf.questionId} ${onlyIf.choice}` : '';
  }

  protected depend(index: number, key: string): void {
    const cut = key.indexOf(' ');
    this.write(index, { onlyIf: key === '' ? null : { questionId: key.slice(0, cut), choice: key.slice(cut + 1) } });
  }

  protected add(): void {
    const id = `q-${newRequestId().slice(0, 8)}`;
    this.changed.emit([...this.questions(), { id, kind: 'text', label: '', required: false, choices: [], onlyIf: null }]);
  }

  protected remove(index: number): void {
    const removed = this.questions()[index]?.id;
    this.changed.emit(this.questions().filter((_, at) => at !== index).map((one) => (one.onlyIf?.questionId === removed ? { ...one, onlyIf: null } : one)));
  }
}

function filledWith({ fills: _, ...question }: RegistrationQuestion, field: RegistrationQuestion['fills']): RegistrationQuestion {
  return field ? { ...question, fills: field } : question;
}
