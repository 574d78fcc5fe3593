import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { changePollParticipant, deletePollAnswers, invitePollGuests, listPollParticipants, type PollParticipant, type PollView, readPollLink, revokePollParticipant } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Chip } from '@cohorte/ui/web/chip';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { PollWords } from './poll-words';

/** Lines drawn before «show everyone». */
const firstLines = 40;

/** Whom the poll asks, for those who run it: who is missing first, what each line offers, more people by address. */
@Component({
  selector: 'co-poll-people',
  imports: [Banner, Button, Chip, Field, Icon, Menu, MenuItem, MenuTrigger, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './poll-people.html',
  styles: `
    :host { display: block; margin-top: var(--co-space-10); }
    .title { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--co-space-1) var(--co-space-4); margin-bottom: var(--co-space-3); }
    .soft { color: var(--co-soft); font-size: var(--co-text-s); }
    ul { list-style: none; margin: 0; padding: 0; border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); background: var(--co-surface); }
    li { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-1) var(--co-space-3); min-height: var(--co-row); padding: var(--co-space-2) var(--co-space-3); }
    li + li { border-top: 1px solid var(--co-hairline); }
    .name { flex: 1 1 14rem; min-width: 0; overflow-wrap: anywhere; }
    .more { margin-top: var(--co-space-2); }
    details { margin-top: var(--co-space-4); }
    summary { cursor: pointer; font-weight: 650; padding: var(--co-space-2) 0; }
    form { display: grid; gap: var(--co-space-3); justify-items: start; padding-top: var(--co-space-2); }
    .fields { display: flex; flex-wrap: wrap; gap: var(--co-space-3); }
    @media print { details, li button { display: none; } }
  `,
})
export class PollPeople {
  readonly view = input.required<PollView>();
  readonly changed = output();
  protected readonly words = inject(PollWords);
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  private readonly toasts = inject(Toasts);
  protected readonly found = signal<readonly PollParticipant[]>([]);
  protected readonly reminders = signal('');
  protected readonly all = signal(false);
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly failure = signal('');
  protected readonly sorted = computed(() =>
    [...this.found()].sort((a, b) => Number(a.answered) - Number(b.answered) || (a.structureName ?? '').localeCompare(b.structureName ?? '', 'fr') || (a.name ?? '').localeCompare(b.name ?? '', 'fr')),
  );
  protected readonly shown = computed(() => (this.all() ? this.sorted() : this.sorted().slice(0, firstLines)));
  protected readonly missing = computed(() => this.found().filter((person) => !person.answered).length);

  constructor() {
    effect(() => {
      const { id } = this.view();
      untracked(() => void this.read(id));
    });
  }

  protected async copyLink(person: PollParticipant): Promise<void> {
    await this.act(async () => {
      const { link } = await this.api.call(readPollLink, this.on(person));
      await navigator.clipboard.writeText(link);
      this.toasts.show(this.words.say('people.linkCopied', { name: person.name ?? '' }));
    });
  }

  protected require(person: PollParticipant): Promise<void> {
    return this.act(() => this.api.call(changePollParticipant, { ...this.on(person), required: !person.required }));
  }

  protected clear(person: PollParticipant): Promise<void> {
    return this.act(() => this.api.call(deletePollAnswers, this.on(person)));
  }

  protected remove(person: PollParticipant): Promise<void> {
    return this.act(() => this.api.call(revokePollParticipant, this.on(person)));
  }

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    this.failure.set('');
    try {
      await this.api.call(invitePollGuests, { pollId: this.view().id, guests: [{ name: this.name(), email: this.email() }] });
      this.toasts.show(this.words.say('people.invited', { name: this.name() }));
      this.name.set('');
      this.email.set('');
      await this.read(this.view().id);
      this.changed.emit();
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    }
  }

  private on(person: PollParticipant): { pollId: string; participantId: string } {
    return { pollId: this.view().id, participantId: person.id };
  }

  private async act(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
      await this.read(this.view().id);
      this.changed.emit();
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
    }
  }

  private async read(pollId: string): Promise<void> {
    try {
      const { participants, reminderAt, autoRemindedAt, handRemindedAt } = await this.api.call(listPollParticipants, { pollId });
      this.found.set(participants);
      const at = (moment: string) => this.words.moment(moment, this.view().zone);
      const auto = autoRemindedAt ? this.words.say('people.autoSent', { at: at(autoRemindedAt) }) : reminderAt ? this.words.say('people.autoComes', { at: at(reminderAt) }) : this.words.say('people.noAuto');
      this.reminders.set([auto, handRemindedAt ? this.words.say('people.handSent', { at: at(handRemindedAt) }) : ''].filter(Boolean).join(' '));
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    }
  }
}
