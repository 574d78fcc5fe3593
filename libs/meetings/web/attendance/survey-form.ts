import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { paces } from '@cohorte/meetings/contract';
import { ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { dayWords } from '@cohorte/ui/web/date-words';
import { Field } from '@cohorte/ui/web/field';
import { RadioGroup } from '@cohorte/ui/web/radio-group';
import { TextInput } from '@cohorte/ui/web/text-input';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { PresenceStore, type PresenceVoice } from './presence.store';

const marks = ['4', '3', '2', '1'] as const;
type Mark = (typeof marks)[number];

/** Three questions after a meeting; without a name unless one ticks it. */
@Component({
  selector: 'co-survey-form',
  imports: [Banner, Button, Checkbox, Field, RadioGroup, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.presence.survey'">
      <form novalidate (submit)="send($event)">
        <h3>{{ t('title') }}</h3>
        <p>{{ t('about', { date: closes() }) }}</p>
        @if (problem(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <co-radio-group [label]="t('useful')" [options]="usefulOptions()" [(value)]="useful" [error]="missing() && !useful() ? t('choose') : ''" />
        <co-radio-group [label]="t('pace')" [options]="paceOptions()" [(value)]="pace" [error]="missing() && !pace() ? t('choose') : ''" />
        <co-field [label]="t('words')" optionalWord fieldId="co-survey-words"><textarea coInput rows="3" maxlength="1000" [value]="words()" (input)="words.set($any($event.target).value)"></textarea></co-field>
        <co-checkbox [(checked)]="signed" [label]="t('signed')" />
        <button coButton type="submit" variant="primary" [loading]="busy()">{{ t('send') }}</button>
      </form>
    </ng-container>
  `,
  styles: `
    form { display: grid; gap: var(--co-space-4); justify-items: start; }
    form > * { max-width: 100%; }
    co-field { width: 100%; }
    h3 { font-size: var(--co-text-m); }
    p { margin-top: calc(-1 * var(--co-space-3)); color: var(--co-soft); font-size: var(--co-text-s); }
  `,
})
export class SurveyForm {
  readonly voice = input.required<PresenceVoice>();
  readonly closesAt = input<string | null>(null);
  readonly answered = output();
  private readonly store = inject(PresenceStore);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);
  protected readonly useful = signal<Mark | null>(null);
  protected readonly pace = signal<(typeof paces)[number] | null>(null);
  protected readonly words = signal('');
  protected readonly signed = signal(false);
  protected readonly missing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly closes = computed(() => {
    const closesAt = this.closesAt();
    return closesAt ? dayWords(closesAt, this.ui.language()) : '';
  });
  protected readonly usefulOptions = computed(() => marks.map((value) => ({ value, label: this.say(`marks.${value}`) })));
  protected readonly paceOptions = computed(() => paces.map((value) => ({ value, label: this.say(`paces.${value}`) })));

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [useful, pace] = [this.useful(), this.pace()];
    this.missing.set(!useful || !pace);
    if (!useful || !pace || this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      await this.store.answer(this.voice(), { useful: Number(useful) as 1 | 2 | 3 | 4, pace, words: this.words(), signed: this.signed() });
      this.answered.emit();
    } catch (failure) {
      this.problem.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }

  private say(key: string): string {
    this.ui.language();
    return this.transloco.translate(`meetings.presence.survey.${key}`);
  }
}
