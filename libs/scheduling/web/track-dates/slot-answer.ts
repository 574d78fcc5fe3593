import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { type PollAnswer, pollAnswers } from '@cohorte/scheduling/contract';
import { Icon } from '@cohorte/ui/web/icon';
import type { IconName } from '@cohorte/ui/web/icons';
import { TranslocoDirective } from '@jsverse/transloco';

let count = 0;
const icons: Record<PollAnswer, IconName> = { yes: 'check', 'if-need-be': 'equal-approximately', no: 'x' };

/** One date and its three answers: native radios, so that arrows move between them; each says itself by shape and word. */
@Component({
  selector: 'co-slot-answer',
  imports: [Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset [disabled]="disabled()" *transloco="let t; prefix: 'scheduling'">
      <legend><span class="co-hidden">{{ spoken() }}</span><span aria-hidden="true">{{ label() }}@if (theirs(); as own) {<small>{{ own }}</small>}</span></legend>
      @for (choice of choices; track choice) {
        <label [class]="choice" [class.on]="answer() === choice">
          <input type="radio" class="co-hidden" [name]="name" [value]="choice" [checked]="answer() === choice" (change)="answered.emit(choice)" (click)="takeBack(choice)" />
          <co-icon [name]="icons[choice]" size="small" /><span>{{ t('answers.' + choice) }}</span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    :host { display: block; min-width: 0; }
    fieldset { display: grid; grid-template-columns: minmax(6.5rem, 1fr) repeat(3, minmax(0, 104px)); align-items: center; gap: var(--co-space-1); }
    legend { float: left; padding: 0; font-variant-numeric: tabular-nums; font-weight: 650; }
    small { display: block; font-weight: 400; font-size: var(--co-text-xs); color: var(--co-soft); }
    label { position: relative; display: flex; align-items: center; justify-content: center; gap: 4px; min-height: 44px; padding: 2px 4px; border: 1px solid var(--co-edge); border-radius: var(--co-radius); background: var(--co-surface); text-align: center; line-height: 1.15; font-size: var(--co-text-xs); cursor: pointer; }
    label:hover { border-color: var(--co-ink); }
    label.on { border-width: 2px; padding: 1px 3px; font-weight: 700; }
    label.yes.on { background: var(--co-green); border-color: var(--co-green); color: var(--co-on-green); }
    label.if-need-be.on { background: var(--co-amber-wash); border-color: var(--co-amber); color: var(--co-amber); }
    label.no.on { background: var(--co-brick-wash); border-color: var(--co-brick); color: var(--co-brick); }
    label:has(:focus-visible) { outline: 2px solid var(--co-green); outline-offset: 2px; }
    fieldset:disabled label { cursor: not-allowed; color: var(--co-soft); background: var(--co-sunk); }
    @media (max-width: 480px) { fieldset { grid-template-columns: 4.2rem repeat(3, minmax(0, 1fr)); } label { flex-direction: column; gap: 0; min-height: 48px; } }
  `,
})
export class SlotAnswer {
  readonly label = input.required<string>();
  /** On the reader’s own clocks, when they show another time. */
  readonly theirs = input('');
  /** The whole date for those who hear it. */
  readonly spoken = input.required<string>();
  readonly answer = input<PollAnswer | null>(null);
  readonly disabled = input(false);
  readonly answered = output<PollAnswer>();
  protected readonly choices = pollAnswers;
  protected readonly icons = icons;
  protected readonly name = `co-slot-answer-${++count}`;

  /** A press on the answer already given takes it back: no change of the radio tells so. */
  protected takeBack(choice: PollAnswer): void {
    if (this.answer() === choice) this.answered.emit(choice);
  }
}
