import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { ErrorWords } from '@cohorte/platform/web';
import type { TrackPollView } from '@cohorte/scheduling/contract';
import { Button } from '@cohorte/ui/web/button';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Icon } from '@cohorte/ui/web/icon';
import { Progress } from '@cohorte/ui/web/progress';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { firstValueFrom } from 'rxjs';
import type { Extended } from '../polls/deadline.dialog';
import { TrackDatesStore } from './track-dates.store';
import { TrackWords } from './track-words';

type Participant = TrackPollView['participants'][number];

/** Who has answered, who is missing, and what an animator can do about it. */
@Component({
  selector: 'co-follow-answers',
  imports: [Button, Icon, Progress],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ words.say('follow.title') }}</h2>
    <co-progress [label]="until()" [value]="counted().answered" [max]="counted().total || 1" [valueText]="words.say(poll().structures.total ? 'follow.answered' : 'follow.answeredPeople', counted())" />
    @if (reminder(); as said) {<p class="soft">{{ said }}</p>}
    @if (canManage()) {
      <div class="acts">
        @if (isOpen() && missing().length && !poll().handRemindedAt) {<button coButton type="button" [loading]="busy()" (click)="remind()"><co-icon name="bell" />{{ words.say('follow.remind') }} ({{ missing().length }})</button>}
        <button coButton type="button" (click)="extend()"><co-icon name="clock" />{{ words.say(isOpen() ? 'follow.extend' : 'follow.reopen') }}</button>
        <button coButton type="button" variant="quiet" (click)="cancel()">{{ words.say('follow.cancel') }}</button>
      </div>
    }
    <details>
      <summary>{{ words.say('follow.list') }}</summary>
      @for (group of groups(); track group.key) {
        @if (group.people.length) {
          <h3>{{ words.say('follow.' + group.key) }} ({{ group.people.length }})</h3>
          <ul role="list">
            @for (person of group.people; track person.id) {
              <li>
                <span><strong>{{ person.name }}</strong>@if (person.structureName) {<span class="soft"> · {{ person.structureName }}</span>}</span>
                <span class="soft">{{ words.say('follow.of', { answered: person.answeredMeetings, total: total() }) }}@if (person.reminders) { · {{ words.count(person.reminders, 'follow.reminded') }}}</span>
                @if (canManage() && isOpen()) {<button coButton type="button" size="small" [attr.aria-label]="words.say('follow.copyLink', { name: person.name })" (click)="copy(person)"><co-icon name="link" />{{ words.say('follow.linkShort') }}</button>}
              </li>
            }
          </ul>
        }
      }
    </details>
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-3); min-width: 0; }
    co-progress { max-width: 640px; }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    summary { cursor: pointer; color: var(--co-green); font-weight: 650; min-height: 28px; }
    h3 { margin: var(--co-space-4) 0 var(--co-space-2); font-size: var(--co-text-s); }
    ul { padding: 0; }
    li { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; align-items: center; gap: var(--co-space-1) var(--co-space-4); min-height: var(--co-row); padding: var(--co-space-1) 0; border-top: 1px solid var(--co-hairline); }
    @media (max-width: 600px) { li { grid-template-columns: minmax(0, 1fr) auto; } li > :first-child { grid-column: 1 / -1; } }
  `,
})
export class FollowAnswers {
  readonly poll = input.required<TrackPollView>();
  readonly canManage = input(false);
  protected readonly words = inject(TrackWords);
  private readonly store = inject(TrackDatesStore);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly errors = inject(ErrorWords);
  protected readonly busy = signal(false);
  protected readonly isOpen = computed(() => this.poll().state === 'open');
  protected readonly total = computed(() => Object.keys(this.poll().slotCounts).length);
  protected readonly missing = computed(() => this.poll().participants.filter((person) => person.answeredMeetings < this.total()));
  protected readonly groups = computed(() => [
    { key: 'missing', people: this.missing() },
    { key: 'done', people: this.poll().participants.filter((person) => person.answeredMeetings >= this.total()) },
  ]);
  /** Structures; people where nobody asked has one. */
  protected readonly counted = computed(() => {
    const { structures, participants } = this.poll();
    return structures.total > 0 ? structures : { answered: participants.length - this.missing().length, total: participants.length };
  });
  protected readonly until = computed(() => this.words.say(this.isOpen() ? 'follow.until' : 'follow.closed', { when: this.when(this.poll().closesAt) }));
  protected readonly reminder = computed(() => {
    const { handRemindedAt, autoRemindedAt, reminderAt } = this.poll();
    const sent = handRemindedAt ?? autoRemindedAt;
    if (sent) return this.words.say('follow.reminderSent', { when: this.when(sent) });
    return reminderAt && this.isOpen() ? this.words.say('follow.reminderAt', { when: this.when(reminderAt) }) : '';
  });

  protected async remind(): Promise<void> {
    this.busy.set(true);
    await this.attempt(async () => {
      this.toasts.show(this.words.count(await this.store.remind(), 'follow.remindedNow'));
    });
    this.busy.set(false);
  }

  protected async extend(): Promise<void> {
    const { DeadlineDialog } = await import('../polls/deadline.dialog');
    const { zone, closesAt } = this.poll();
    const data: Extended = { title: this.words.say('title'), zone, closesAt, isOpen: this.isOpen(), extend: (wall) => this.store.extend(wall) };
    const until = await firstValueFrom(this.dialogs.open<string>(DeadlineDialog, data).closed, { defaultValue: undefined });
    if (until) this.toasts.show(this.words.say('follow.extended', { when: this.when(until) }));
  }

  protected async copy({ id, name }: Participant): Promise<void> {
    await this.attempt(async () => {
      await navigator.clipboard.writeText(await this.store.linkOf(id));
      this.toasts.show(this.words.say('follow.linkCopied', { name }));
    });
  }

  protected async cancel(): Promise<void> {
    const agreed = await this.dialogs.confirm({
      title: this.words.say('follow.cancelTitle'), text: this.words.say('follow.cancelText'), confirm: this.words.say('follow.cancel'), cancel: this.words.say('follow.keep'), danger: true,
    });
    if (!agreed) return;
    await this.attempt(async () => {
      await this.store.cancel();
      this.toasts.show(this.words.say('follow.cancelled'));
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
    }
  }

  private when(iso: string): string {
    return this.words.moment(iso, this.poll().zone);
  }
}
