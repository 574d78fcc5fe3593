import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlaceRow, PlacesPage as Places, RegistrationStatus, SeatPolicy } from '@cohorte/meetings/contract';
import { ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Empty } from '@cohorte/ui/web/empty';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { PlacesLog } from './places-log';
import { PlacesSettings } from './places-settings';
import { PlacesTable } from './places-table';
import { PlacesStore } from './places.store';
import { RegistrationStore } from './registration.store';

type Shown = 'all' | RegistrationStatus;
const shownStatuses: readonly Shown[] = ['all', 'registered', 'offered', 'waiting', 'to-confirm', 'pending', 'cancelled'];

/** The animator’s page of places: who comes, who waits, what was asked, the rule and the published log. */
@Component({
  selector: 'co-places-page',
  imports: [Banner, Button, Card, Empty, ErrorWordsPipe, PageHead, PlacesLog, PlacesSettings, PlacesTable, RouterLink, Skeleton, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './places.page.html',
  styles: `
    :host { display: grid; gap: var(--co-space-6); }
    .filters, .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    .filters { margin-bottom: var(--co-space-4); }
    .request { display: grid; gap: var(--co-space-3); padding-block: var(--co-space-4); border-top: 1px solid var(--co-hairline); }
    .request:first-of-type { border-top: 0; }
    .soft { color: var(--co-soft); }
    form { display: grid; gap: var(--co-space-3); }
    label { font-weight: 650; }
  `,
})
export class PlacesPage {
  readonly meetingId = input.required<string>();
  private readonly store = inject(PlacesStore);
  private readonly registrations = inject(RegistrationStore);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  protected readonly found = resource({ params: () => this.meetingId(), loader: ({ params }) => this.store.view(params) });
  protected readonly page = linkedSignal<Places | undefined>(() => (this.found.hasValue() ? this.found.value() : undefined));
  protected readonly filter = signal<Shown>('all');
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal('');
  protected readonly statuses = shownStatuses;
  protected readonly words = signal<Readonly<Record<string, string>>>({});
  protected readonly people = signal('');
  protected readonly requests = computed(() => this.page()?.rows.filter(({ status }) => status === 'pending') ?? []);
  protected readonly rows = computed(() => {
    const rows = this.page()?.rows.filter(({ status }) => status !== 'pending' || this.filter() === 'pending') ?? [];
    const kept = this.filter() === 'all' ? rows.filter(({ status }) => status !== 'cancelled' && status !== 'refused') : rows.filter(({ status }) => status === this.filter());
    return [...kept].sort((a, b) => rank(a) - rank(b) || (a.position ?? a.number) - (b.position ?? b.number));
  });

  protected countOf(shown: Shown): number {
    const rows = this.page()?.rows ?? [];
    return shown === 'all' ? rows.filter(({ status }) => status !== 'cancelled' && status !== 'refused').length : rows.filter(({ status }) => status === shown).length;
  }

  protected decide(row: PlaceRow, decision: 'accept' | 'refuse'): Promise<void> {
    return this.run(`${row.registrationId} ${decision}`, () => this.store.decide(this.meetingId(), row.registrationId, decision, this.words()[row.registrationId] ?? ''), `decided.${decision}`);
  }

  protected withdraw(row: PlaceRow): Promise<void> {
    return this.run(row.registrationId, async () => {
      await this.registrations.act(row.registrationId, { act: 'cancel' });
      return this.store.view(this.meetingId());
    }, 'withdrawn');
  }

  protected save(policy: SeatPolicy): Promise<void> {
    return this.run('settings', () => this.store.set(this.meetingId(), this.page()?.version ?? 1, policy), 'saved');
  }

  /** One line a person: «Prénom Nom <adresse>» or «Prénom Nom ; adresse», as lists are pasted. */
  protected add(event: Event): Promise<void> {
    event.preventDefault();
    const people = this.people().split('\n').flatMap((line) => {
      const [, name, email] = /^\s*(.+?)\s*[<;,\t]\s*([^\s<>;,]+@[^\s<>;,]+)/.exec(line) ?? [];
      return name && email ? [{ name, email }] : [];
    });
    if (people.length === 0) {
      this.toasts.show(this.say('addNobody'), { tone: 'problem' });
      return Promise.resolve();
    }
    return this.run('add', () => this.store.add(this.meetingId(), people), 'added').then(() => (this.failure() ? undefined : this.people.set('')));
  }

  protected async export(): Promise<void> {
    const { fileName, csv } = await this.store.export(this.meetingId());
    const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    const link = this.document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  protected write(id: string, words: string): void {
    this.words.update((known) => ({ ...known, [id]: words }));
  }

  private async run(what: string, work: () => Promise<Places>, said: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(what);
    this.failure.set(null);
    try {
      this.page.set(await work());
      this.toasts.show(this.say(said));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set('');
    }
  }

  private say(key: string): string {
    return this.transloco.translate(`meetings.places.${key}`);
  }
}

const order: readonly RegistrationStatus[] = ['registered', 'offered', 'waiting', 'to-confirm', 'pending', 'informed', 'cancelled', 'refused'];
const rank = ({ status }: PlaceRow): number => order.indexOf(status);
