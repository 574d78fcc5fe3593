import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, linkedSignal, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type AgendaEntry, getAgenda } from '@cohorte/meetings/contract';
import type { OutputOf } from '@cohorte/platform/contract';
import { ApiClient, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective } from '@jsverse/transloco';
import { AgendaDays } from './agenda-days-list';
import { type AgendaView, agendaViews, byDay, dayIn, daysShown, knownDay, spanOf, turned } from './agenda-days';
import { AgendaMonth } from './agenda-month';
import { AgendaWords } from './agenda-words';

type Agenda = OutputOf<typeof getAgenda>;

const viewNames: Record<AgendaView, string> = { month: 'mois', week: 'semaine', list: 'liste' };
const narrow = '(max-width: 700px)';

/** My calendar: meetings, slots being polled, holidays; its view, day and filters live in the address. */
@Component({
  selector: 'co-agenda-page',
  imports: [AgendaDays, AgendaMonth, Banner, Button, Checkbox, Empty, ErrorWordsPipe, Icon, Menu, MenuItem, MenuTrigger, PageHead, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './agenda.page.html',
  styleUrl: './agenda.page.css',
})
export class AgendaPage {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly ui = inject(UiWords);
  private readonly asked = toSignal(inject(ActivatedRoute).queryParamMap);
  protected readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Paris';
  protected readonly isElsewhere = this.zone !== 'Europe/Paris';
  protected readonly today = dayIn(new Date(), this.zone);
  protected readonly isNarrow = this.followWidth();
  protected readonly views = agendaViews;
  protected readonly viewNames = viewNames;

  protected readonly view = computed<AgendaView>(() => agendaViews.find((view) => viewNames[view] === this.asked()?.get('vue')) ?? (this.isNarrow() ? 'list' : 'month'));
  protected readonly day = computed(() => knownDay(this.asked()?.get('date') ?? null, this.today));
  protected readonly all = computed(() => this.asked()?.get('quoi') === 'toutes');
  protected readonly space = computed(() => this.asked()?.get('groupe') ?? '');
  protected readonly holidays = computed(() => this.asked()?.get('feries') !== 'non');
  protected readonly days = computed(() => daysShown(this.view(), this.day()));
  protected readonly words = computed(() => new AgendaWords(this.ui.language(), this.zone));

  private readonly span = computed(() => spanOf(this.days()), { equal: (a, b) => a.from === b.from && a.to === b.to });
  protected readonly agenda = resource({ params: () => this.span(), loader: ({ params }) => this.api.call(getAgenda, params) });
  /** Where this person may prepare a meeting: the same in every span. */
  protected readonly places = linkedSignal<Agenda['mayCreateIn'] | undefined, Agenda['mayCreateIn']>({
    source: () => (this.agenda.hasValue() ? this.agenda.value().mayCreateIn : undefined),
    computation: (read, former) => read ?? former?.value ?? [],
  });
  private readonly fetched = computed(() => (this.agenda.hasValue() ? this.agenda.value().entries : []));
  protected readonly spaces = computed(() => {
    const found = new Map(this.fetched().flatMap(({ spaceId, spaceName }) => (spaceId && spaceName ? [[spaceId, spaceName] as const] : [])));
    return [...found].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name));
  });
  private readonly chosen = computed(() => this.fetched().filter((entry) => this.isChosen(entry)));
  protected readonly entries = computed(() => byDay(this.chosen(), this.zone));
  protected readonly isEmpty = computed(() => this.agenda.hasValue() && !this.days().some((day) => this.entries().get(day)?.some(({ kind }) => kind !== 'holiday')));
  protected readonly heading = computed(() => {
    const words = this.words();
    const days = this.days();
    if (this.view() === 'month') return words.month(this.day());
    const short = { day: 'numeric', month: 'long', year: 'numeric' } as const;
    return `${words.day(days[0] as string, this.view() === 'week' ? { day: 'numeric', month: 'long' } : short)} – ${words.day(days.at(-1) as string, short)}`;
  });

  protected link(change: { view?: AgendaView; day?: string; all?: boolean; space?: string; holidays?: boolean }): Record<string, string | null> {
    const { view, day, all, space, holidays } = { view: this.view(), day: this.day(), all: this.all(), space: this.space(), holidays: this.holidays(), ...change };
    return { vue: viewNames[view], date: day === this.today ? null : day, quoi: all ? 'toutes' : null, groupe: space || null, feries: holidays ? null : 'non' };
  }

  protected readonly before = computed(() => turned(this.view(), this.day(), -1));
  protected readonly after = computed(() => turned(this.view(), this.day(), 1));

  /** The day under the keyboard moves the page when it leaves it; the address follows without filling the history. */
  protected goTo(day: string): void {
    void this.router.navigate([], { queryParams: this.link({ day }), replaceUrl: true });
  }

  protected choose(change: { all?: boolean; space?: string; holidays?: boolean }): void {
    void this.router.navigate([], { queryParams: this.link(change) });
  }

  protected newIn({ id, isCohort }: Agenda['mayCreateIn'][number]): Record<string, string> {
    return { espace: id, ...(isCohort && { parcours: '1' }) };
  }

  protected async subscribe(): Promise<void> {
    const { SubscribeDialog } = await import('./subscribe.dialog');
    this.dialogs.open(SubscribeDialog, undefined, { size: 'normal' });
  }

  protected print(): void {
    window.print();
  }

  private isChosen({ kind, standing, spaceId }: AgendaEntry): boolean {
    if (kind === 'holiday') return this.holidays();
    if (this.space() && spaceId !== this.space()) return false;
    return this.all() || standing === 'registered' || standing === 'tentative';
  }

  private followWidth() {
    const query = typeof matchMedia === 'function' ? matchMedia(narrow) : null;
    const is = signal(query?.matches ?? false);
    const follow = (event: MediaQueryListEvent): void => is.set(event.matches);
    query?.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => query?.removeEventListener('change', follow));
    return is;
  }

}
