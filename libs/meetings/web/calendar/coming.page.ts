import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Chip } from '@cohorte/ui/web/chip';
import { Empty } from '@cohorte/ui/web/empty';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublicMeeting } from '../../contract';
import { AgendaWords } from './agenda-words';
import { dayIn } from './agenda-days';

interface Coming {
  readonly meetings: PublicMeeting[];
  readonly networks: { id: string; name: string }[];
  readonly tracks: { id: string; name: string }[];
}

/** Coming meetings anybody may attend, month by month. Reads the API without its schemas: a visitor downloads no validator. */
@Component({
  selector: 'co-coming-page',
  imports: [Banner, Button, Chip, Empty, PageHead, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.coming'">
      <div class="page">
        <co-page-head [heading]="t('title')" [subtitle]="t('about')" />
        @if (found(); as it) {
          @if (it.networks.length > 1) {
            <nav class="networks co-no-print" [attr.aria-label]="t('networks')">
              <a [routerLink]="[]" [class.now]="!network()" [attr.aria-current]="network() ? null : 'page'">{{ t('all') }}</a>
              @for (one of it.networks; track one.id) {<a [routerLink]="[]" [queryParams]="{ reseau: one.id }" [class.now]="network() === one.id" [attr.aria-current]="network() === one.id ? 'page' : null">{{ one.name }}</a>}
            </nav>
          }
          @if (it.tracks.length) {
            <nav class="networks co-no-print" [attr.aria-label]="t('tracks')">
              @for (one of it.tracks; track one.id) {<a [routerLink]="[]" [queryParams]="cohort() === one.id ? {} : { parcours: one.id }" [class.now]="cohort() === one.id" [attr.aria-current]="cohort() === one.id ? 'page' : null">{{ one.name }}</a>}
            </nav>
          }
          @for (month of months(); track month.name) {
            <section>
              <h2>{{ month.name }}</h2>
              <ul role="list">
                @for (one of month.meetings; track one.id) {
                  <li>
                    <p class="when"><strong>{{ one.day }}</strong><span>{{ one.hours }}</span></p>
                    <div><h3><a [routerLink]="['/rencontres', one.id]">{{ one.title }}</a></h3><p class="who">{{ one.networkName }}@if (one.place) { · {{ one.place }}}</p>@if (one.objective) {<p class="what">{{ one.objective }}</p>}</div>
                    <co-chip>{{ t('formats.' + one.format) }}</co-chip>
                  </li>
                }
              </ul>
            </section>
          } @empty {<co-empty [heading]="t('empty')" [text]="t('emptyText')" />}
          <p class="follow co-no-print">{{ t('follow') }} <a [href]="feed('ics')">{{ t('calendar') }}</a> · <a [href]="feed('atom')">{{ t('atom') }}</a> · <a [href]="feed('json')">JSON</a></p>
        } @else if (read.error()) {
          <co-banner tone="needs-you" live [heading]="t('failed')"><button coButton coAction type="button" (click)="read.reload()">{{ t('retry') }}</button></co-banner>
        } @else {<co-skeleton [lines]="6" />}
      </div>
    </ng-container>
  `,
  styles: `
    .page { max-width: 56rem; }
    .networks { display: flex; flex-wrap: wrap; gap: var(--co-space-2); margin-bottom: var(--co-space-5); }
    .networks a { display: inline-flex; align-items: center; min-height: 36px; padding: 0 var(--co-space-3); border: 1px solid var(--co-edge); border-radius: 18px; color: var(--co-ink); text-decoration: none; }
    .networks a.now { background: var(--co-green-wash); border-color: var(--co-green); color: var(--co-green); font-weight: 650; }
    h2 { margin: var(--co-space-6) 0 var(--co-space-2); font-size: var(--co-text-l); color: var(--co-soft); }
    h2::first-letter, .when strong::first-letter { text-transform: uppercase; }
    ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--co-hairline); }
    li { display: grid; grid-template-columns: 12rem minmax(0, 1fr) auto; gap: var(--co-space-2) var(--co-space-5); padding: var(--co-space-4) 0; border-bottom: 1px solid var(--co-hairline); break-inside: avoid; }
    .when strong, .when span { display: block; }
    .when span, .who { color: var(--co-soft); }
    h3 { font-size: var(--co-text-m); }
    .what { margin-top: var(--co-space-1); text-wrap: pretty; }
    co-chip { justify-self: start; align-self: start; }
    .follow { margin-top: var(--co-space-6); color: var(--co-soft); }
    @media (max-width: 700px) { li { grid-template-columns: 1fr; } .when strong, .when span { display: inline; } .when span { margin-left: var(--co-space-2); } }
  `,
})
export class ComingPage {
  private readonly ui = inject(UiWords);
  private readonly asked = toSignal(inject(ActivatedRoute).queryParamMap);
  private readonly inBrowser = inject(DOCUMENT).defaultView !== null;
  protected readonly network = computed(() => this.asked()?.get('reseau') ?? '');
  protected readonly cohort = computed(() => this.asked()?.get('parcours') ?? '');
  protected readonly read = resource({ params: () => (this.inBrowser ? {} : undefined), loader: () => fetchComing() });
  protected readonly found = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly months = computed(() => {
    const found = new Map<string, (PublicMeeting & { day: string; hours: string })[]>();
    for (const meeting of this.found()?.meetings ?? []) {
      if (!this.isAsked(meeting)) continue;
      const words = new AgendaWords(this.ui.language(), meeting.zone);
      const day = dayIn(meeting.startsAt, meeting.zone);
      const month = words.month(day);
      const hours = words.hours({ startsAt: meeting.startsAt, minutes: Math.round((Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 60_000) });
      found.set(month, [...(found.get(month) ?? []), { ...meeting, day: words.day(day, { weekday: 'long', day: 'numeric', month: 'long' }), hours: meeting.zone === 'Europe/Paris' ? hours : `${hours} (${meeting.zone})` }]);
    }
    return [...found].map(([name, meetings]) => ({ name, meetings }));
  });

  /** Of the network and the track that the address names. */
  private isAsked({ networkId, track }: PublicMeeting): boolean {
    return (!this.network() || networkId === this.network()) && (!this.cohort() || track?.id === this.cohort());
  }

  protected feed(kind: 'ics' | 'atom' | 'json'): string {
    const network = this.network();
    if (this.cohort()) return `/api/calendriers/parcours/${encodeURIComponent(this.cohort())}.${kind}`;
    if (kind === 'ics') return network ? `/api/calendriers/reseaux/${network}.ics` : '/api/rencontres.ics';
    return `/api/rencontres.${kind}${network ? `?networkId=${network}` : ''}`;
  }
}

async function fetchComing(): Promise<Coming> {
  const answer = await fetch('/api/public-meetings', { credentials: 'same-origin' });
  if (!answer.ok) throw new Error('unavailable');
  return (await answer.json()) as Coming;
}
