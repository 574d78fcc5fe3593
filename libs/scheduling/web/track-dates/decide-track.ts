import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { ErrorWords } from '@cohorte/platform/web';
import { type CombinationsView, type CombinationView, type MeetingRule, type Relaxation, relaxRule, type TrackPollView } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Icon } from '@cohorte/ui/web/icon';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { firstValueFrom } from 'rxjs';
import { CombinationCard } from './combination-card';
import { type Named, numberOf, relaxationWords } from './combination-words';
import { CompareCombinations } from './compare-combinations';
import { KeepDatesDialog, type KeepOutcome } from './keep-dates.dialog';
import { RequiredChoice } from './required-choice';
import { RuleFields } from './rule-fields';
import { isChangedMeanwhile, TrackDatesStore } from './track-dates.store';
import type { TrackDates } from './track-plan';
import { TrackWords } from './track-words';

/** The three best combinations, or why there is none and what to give up; keeping one dates its meetings. */
@Component({
  selector: 'co-decide-track',
  imports: [Banner, Button, CombinationCard, CompareCombinations, Icon, RequiredChoice, RuleFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './decide-track.html',
  styles: `
    :host { display: grid; gap: var(--co-space-4); min-width: 0; }
    .soft { color: var(--co-soft); max-width: 80ch; }
    .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: var(--co-gap); align-items: stretch; }
    summary { cursor: pointer; color: var(--co-green); font-weight: 650; min-height: 28px; }
    .relaxations { display: grid; gap: var(--co-space-2); padding: var(--co-space-2) 0 0; }
    .relaxations li { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-1) var(--co-space-4); }
    form { display: grid; gap: var(--co-space-6); justify-items: start; padding-top: var(--co-space-4); max-width: 860px; }
    fieldset { display: grid; gap: var(--co-space-4); width: 100%; }
    legend { font-weight: 650; margin-bottom: var(--co-space-2); }
  `,
  host: { role: 'region', 'aria-labelledby': 'combinations-title' },
})
export class DecideTrack {
  readonly page = input.required<TrackDates>();
  readonly poll = input.required<TrackPollView>();
  readonly view = input.required<CombinationsView>();
  protected readonly words = inject(TrackWords);
  private readonly store = inject(TrackDatesStore);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly errors = inject(ErrorWords);
  protected readonly busy = signal(false);
  protected readonly named = computed<Named>(() => ({ page: this.page(), units: this.view().units }));
  protected readonly isEarly = computed(() => this.poll().participants.every((person) => person.answeredMeetings === 0));
  /** What is being written; the rules as they are, each time they are read anew. */
  protected readonly rules = linkedSignal<readonly MeetingRule[]>(() => this.poll().rules.filter((rule) => !this.poll().decided.some((one) => one.meetingId === rule.meetingId)));
  protected readonly relaxations = computed(() => {
    const why = this.view().impossible;
    return why && why.kind !== 'dates' ? why.relaxations.map((relaxation) => ({ relaxation, text: relaxationWords(relaxation, this.words, this.named()) })) : [];
  });

  protected numberOf(meetingId: string): number {
    return numberOf(this.named(), meetingId);
  }

  protected keyOf(combination: CombinationView): string {
    return combination.dates.map((date) => date.slotId).join();
  }

  protected async keep(combination: CombinationView): Promise<void> {
    const data = { combination, named: this.named(), zone: this.poll().zone, store: this.store };
    const outcome = await firstValueFrom(this.dialogs.open<KeepOutcome>(KeepDatesDialog, data).closed, { defaultValue: undefined });
    if (outcome?.kind === 'kept') this.toasts.show(this.words.count(outcome.count, 'keep.done'));
    if (outcome?.kind === 'changed-meanwhile') await this.readAnew();
  }

  protected writeRule(meetingId: string, change: Partial<MeetingRule>): void {
    this.rules.update((rules) => rules.map((rule) => (rule.meetingId === meetingId ? { ...rule, ...change } : rule)));
  }

  protected apply(relaxations: readonly Relaxation[]): Promise<void> {
    return this.save(this.poll().rules.map((rule) => relaxations.reduce(relaxRule, rule)), 'combinations.applied');
  }

  protected applyAll(): Promise<void> {
    return this.apply(this.relaxations().map((one) => one.relaxation));
  }

  protected saveRules(event: Event): void {
    event.preventDefault();
    void this.save(this.rules(), 'combinations.rulesSaved');
  }

  private async save(rules: readonly MeetingRule[], said: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.store.changeRules(rules);
      this.toasts.show(this.words.say(said));
    } catch (failure) {
      if (isChangedMeanwhile(failure)) await this.readAnew();
      else this.toasts.show(this.errors.of(failure), { tone: 'problem' });
    } finally {
      this.busy.set(false);
    }
  }

  private async readAnew(): Promise<void> {
    await this.store.reload();
    this.toasts.show(this.words.say('combinations.changed'), { tone: 'info' });
  }
}
