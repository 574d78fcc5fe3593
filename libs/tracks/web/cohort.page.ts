import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { parisDay } from '@cohorte/platform/contract';
import { ApiError, ErrorWordsPipe } from '@cohorte/platform/web';
import type { PollCard } from '@cohorte/scheduling/contract';
import type { TrackStep } from '@cohorte/tracks/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuGroup, MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Thread } from '@cohorte/ui/web/thread';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { CohortActs } from './cohort-acts';
import { type Cohort, datesCrossing, homeworkBefore, nextOf, primaryAction } from './cohort-view';
import { cohortSubtitle } from './cohort-subtitle';
import { CohortStore } from './cohort.store';
import { DocumentsCard } from './documents-card';
import { HomeworkCard } from './homework-card';
import { MeetingList } from './meeting-list';
import { NextMeetingCard } from './next-meeting-card';
import { onReturn } from './on-return';
import { StructureTiles } from './structure-tiles';
import { placesOf, stationDay, threadStops } from './thread-stops';

/** A cohort: where it is on its track, what comes next, who takes part. */
@Component({
  selector: 'co-cohort-page',
  imports: [
    Banner, Button, DocumentsCard, Empty, ErrorWordsPipe, HomeworkCard, Icon, MeetingList, Menu, MenuGroup, MenuItem, MenuTrigger, NextMeetingCard, PageHead, RouterLink, Skeleton,
    StructureTiles, Thread, TranslocoDirective,
  ],
  providers: [CohortStore, CohortActs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './cohort.page.html',
  styleUrl: './cohort.page.css',
})
export class CohortPage {
  readonly cohortId = input.required<string>();
  protected readonly store = inject(CohortStore);
  protected readonly acts = inject(CohortActs);
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly title = inject(Title);
  protected readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });
  protected readonly cohort = this.store.cohort;
  protected readonly next = computed(() => this.from(nextOf));
  protected readonly homework = computed(() => this.from((cohort) => homeworkBefore(cohort, nextOf(cohort)?.id)) ?? []);
  protected readonly primary = computed(() => this.from((cohort) => primaryAction(cohort, parisDay(new Date().toISOString()))));
  /** Some meeting of the track waits for its date: the page of its dates seeks them all together. */
  protected readonly undated = computed(() => (this.cohort()?.steps ?? []).some((step) => step.number !== null && step.meeting.startsAt === null && step.meeting.state !== 'cancelled'));
  protected readonly anyHeld = computed(() => (this.cohort()?.steps ?? []).some((step) => step.meeting.state === 'held'));
  protected readonly crossing = computed(() => this.from((cohort) => (cohort.canEdit ? datesCrossing(cohort) : [])) ?? []);
  protected readonly subtitle = computed(() => this.from((cohort) => cohortSubtitle(cohort, this.ui.language(), (key, values) => this.say(key, values))) ?? '');
  protected readonly stops = computed(() => {
    const language = this.ui.language();
    return this.from((cohort) => threadStops(placesOf(cohort.steps), { day: (startsAt) => stationDay(startsAt, language), undated: this.say('undated') }, `/parcours/${cohort.id}`)) ?? [];
  });

  protected readonly gone = computed(() => {
    const failure = this.store.failure();
    return failure instanceof ApiError && failure.kind === 'not-found';
  });

  constructor() {
    const justOpened = inject(Router).currentNavigation()?.extras.state?.['justOpened'] === true;
    effect(() => {
      const id = this.cohortId();
      untracked(() => void this.store.open(id));
      if (justOpened) this.store.reloadSoon();
    });
    effect(() => {
      const name = this.cohort()?.name;
      if (name) untracked(() => this.title.setTitle(`${name} · Cohorte`));
    });
    this.followAddress();
    onReturn(() => void this.store.reload());
  }

  protected lateNames(): string {
    const names = this.crossing().map((step) => this.say('meeting.number', { number: step.number }));
    return new Intl.ListFormat(this.ui.language(), { type: 'conjunction' }).format(names);
  }

  /** The date of this meeting is being looked for. */
  protected pollOf(step: TrackStep): PollCard | undefined {
    return this.cohort()?.polls.find((poll) => poll.meetingId === step.meeting.id && (poll.state === 'open' || poll.state === 'closed'));
  }

  /** It is asked for with the dates of the whole track, on a page of its own. */
  protected datesAskedOf(step: TrackStep): Cohort['datesAsked'] {
    const asked = this.cohort()?.datesAsked ?? null;
    return asked?.meetingIds.includes(step.meeting.id) ? asked : null;
  }

  protected print(): void {
    this.document.defaultView?.print();
  }

  /** An address that names a part of the page leads there, also when the page was not yet drawn. */
  private followAddress(): void {
    const ready = computed(() => this.cohort() !== undefined);
    effect(() => {
      const fragment = this.fragment();
      if (!ready() || !fragment) return;
      setTimeout(() => {
        const target = this.document.getElementById(fragment);
        target?.scrollIntoView({ block: 'start' });
        target?.focus({ preventScroll: true });
      });
    });
  }

  private from<T>(read: (cohort: Cohort) => T): T | undefined {
    const cohort = this.cohort();
    return cohort && read(cohort);
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate(`tracks.${key}`, values);
  }
}
