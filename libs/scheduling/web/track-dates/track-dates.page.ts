import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Thread } from '@cohorte/ui/web/thread';
import { DecideTrack } from './decide-track';
import { FollowAnswers } from './follow-answers';
import { PrepareTrack } from './prepare-track';
import { isUnderWay, TrackDatesStore } from './track-dates.store';
import { soughtIn } from './track-plan';
import { trackStops } from './track-stops';
import { TrackWords } from './track-words';

/** The dates of a whole track: asked for, followed, decided. Whoever is only asked is led to their own page. */
@Component({
  selector: 'co-track-dates-page',
  imports: [Banner, Button, DecideTrack, Empty, ErrorWordsPipe, FollowAnswers, Icon, PageHead, PrepareTrack, RouterLink, Skeleton, Thread],
  providers: [TrackDatesStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (page(); as page) {
      <co-page-head [heading]="words.say('title')" [subtitle]="page.cohortName">
        <a coButton coMore [routerLink]="['/parcours', page.cohortId]"><co-icon name="arrow-left" />{{ words.say('back') }}</a>
        @if (page.isAsked && current()) {<a coButton coMore [routerLink]="['/parcours', page.cohortId, 'dates', 'repondre']"><co-icon name="list-checks" />{{ words.say('answerMyself') }}</a>}
      </co-page-head>
      <co-thread class="track" [stops]="stops()" [label]="words.say('thread', { name: page.cohortName })" />
      @if (current(); as poll) {
        <div class="under-way">
          @if (store.combinations(); as view) {<co-decide-track [page]="page" [poll]="poll" [view]="view" />}
          <co-follow-answers [poll]="poll" [canManage]="page.canManage" />
        </div>
      } @else {
        @if (isDecided()) {<co-banner class="notice" tone="done" live>{{ words.say('follow.decided') }}</co-banner>}
        @if (elsewhere(); as names) {<co-banner class="notice" tone="info">{{ words.say('elsewhere', { names }) }}</co-banner>}
        @if (page.canManage && sought().length) {
          <p class="about">{{ words.say('about') }}</p>
          <co-prepare-track [page]="page" />
        } @else {
          <co-empty [heading]="words.say(page.canManage ? 'nothing' : 'noRequest')" [text]="words.say(page.canManage ? 'nothingText' : 'noRequestText')"><a coButton variant="primary" [routerLink]="['/parcours', page.cohortId]">{{ words.say('back') }}</a></co-empty>
        }
      }
    } @else if (store.failure(); as failure) {
      <co-page-head [heading]="words.say('title')" />
      <co-empty [heading]="failure | coErrorWords"><button coButton type="button" variant="primary" (click)="store.reload()"><co-icon name="refresh-cw" />{{ words.say('retry') }}</button></co-empty>
    } @else {
      <co-page-head [heading]="words.say('title')" />
      <co-skeleton [lines]="8" />
    }
  `,
  styles: `
    .track { display: block; margin: var(--co-space-2) 0 var(--co-space-8); }
    .under-way { display: grid; gap: var(--co-space-10); }
    .about { margin-bottom: var(--co-space-8); color: var(--co-soft); max-width: 72ch; }
    .notice { margin-bottom: var(--co-space-6); }
  `,
})
export class TrackDatesPage {
  readonly cohortId = input.required<string>();
  protected readonly store = inject(TrackDatesStore);
  protected readonly words = inject(TrackWords);
  private readonly router = inject(Router);
  protected readonly page = this.store.page;
  protected readonly current = computed(() => {
    const poll = this.page()?.current ?? null;
    return isUnderWay(poll) ? poll : undefined;
  });
  protected readonly isDecided = computed(() => this.page()?.current?.state === 'decided');
  protected readonly sought = computed(() => {
    const page = this.page();
    return page ? soughtIn(page) : [];
  });
  protected readonly stops = computed(() => trackStops(this.page()?.meetings ?? [], this.words, { zone: this.current()?.zone ?? 'Europe/Paris' }));
  protected readonly elsewhere = computed(() => this.words.list((this.page()?.meetings ?? []).filter((meeting) => meeting.isPolled).map((meeting) => this.words.say('meeting', { number: meeting.number }))));

  constructor() {
    effect(() => {
      const cohortId = this.cohortId();
      untracked(() => void this.store.open(cohortId));
    });
    effect(() => {
      const page = this.page();
      if (page && !page.canManage && page.isAsked) untracked(() => void this.router.navigate(['/parcours', page.cohortId, 'dates', 'repondre'], { replaceUrl: true }));
    });
  }
}
