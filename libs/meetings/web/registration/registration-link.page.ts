import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RegistrationAct } from '@cohorte/meetings/contract';
import { ApiError } from '@cohorte/platform/web/api-client';
import { ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web/error-words';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { DateTimePipe } from '@cohorte/ui/web/date.pipe';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import { MeetingPresence } from '../attendance/meeting-presence';
import { GuestMeetingPanel } from './guest-meeting';
import { RegistrationParticipants } from './registration-participants';
import { RegistrationStanding } from './registration-standing';
import { RegistrationStore, type SaidDetails, type WantedAct } from './registration.store';

/** Where the personal link of a registration leads: it shows; only a press of a button acts. */
@Component({
  selector: 'co-registration-link-page',
  imports: [Banner, Button, Card, DateTimePipe, ErrorWordsPipe, GuestMeetingPanel, MeetingPresence, RegistrationParticipants, RegistrationStanding, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t">
      @if (shown(); as link) {
        <co-card>
          <h1>{{ link.meeting.title }}</h1>
          <p class="when">{{ link.meeting.startsAt ? (link.meeting.startsAt | coDateTime) : t('meetings.registration.doors.undated') }}@if (link.meeting.startsAt) {<span>, {{ t('meetings.registration.parisTime') }}</span>}</p>
          @if (link.meeting.isCancelled) {<co-banner tone="warn">{{ t('meetings.registration.doors.cancelled') }}</co-banner>}
          @if (failure(); as error) {<co-banner tone="needs-you" live>{{ error | coErrorWords }}</co-banner>}
          @if (done()) {<co-banner tone="done" live>{{ t('meetings.registration.done.' + done()) }}</co-banner>}
          <co-registration-standing [registration]="link.registration" [mayAct]="link.mayAct" [calendarPath]="'/api/registrations/' + token() + '/calendar.ics'" [busy]="busy()" [problem]="fields()" [editing]="editing()" (wanted)="act($event)" (edited)="hasEdited()" />
          @if (edited()) {<co-banner tone="done" live>{{ t('meetings.registration.edit.done') }}</co-banner>}
          <co-registration-participants [people]="link.participants" />
          @if (link.details; as details) {
            <p>@if (details.isPublic) {<a [routerLink]="['/rencontres', link.meeting.meetingId]">{{ t('meetings.registration.seeMeeting') }}</a>} @else {<a [routerLink]="[]" fragment="rencontre" (click)="meeting.scrollIntoView(); meeting.focus()">{{ t('meetings.registration.seeMeeting') }}</a>}</p>
          }
        </co-card>
        @defer (on immediate) {<co-meeting-presence [meetingId]="link.meeting.meetingId" [token]="token()" />}
        <section #meeting id="rencontre" tabindex="-1" [attr.aria-label]="t('meetings.page.glance')">@if (link.details; as details) {<co-guest-meeting [meeting]="details" />}</section>
      } @else if (found.error(); as error) {
        <h1>{{ t('meetings.registration.linkFailed') }}</h1>
        <p>{{ error | coErrorWords }}</p>
        <p><a coButton routerLink="/">{{ t('meetings.registration.toStart') }}</a></p>
      } @else {
        <h1>{{ t('meetings.titles.registration') }}</h1>
        <co-skeleton [lines]="5" />
      }
    </ng-container>
  `,
  styles: `
    :host { display: block; max-width: 38rem; margin: var(--co-space-8) auto; padding-inline: var(--co-space-4); }
    co-card { display: grid; gap: var(--co-space-4); }
    co-meeting-presence { margin-top: var(--co-space-4); }
    h1 { text-wrap: balance; overflow-wrap: anywhere; }
    .when { font-size: var(--co-text-m); }
    .when::first-letter { text-transform: uppercase; }
    .when span { color: var(--co-soft); }
  `,
})
export class RegistrationLinkPage {
  readonly token = input.required<string>();
  private readonly store = inject(RegistrationStore);
  private readonly errors = inject(ErrorWords);
  protected readonly found = resource({ params: () => this.token(), loader: ({ params }) => this.store.viewLink(params) });
  protected readonly shown = computed(() => (this.found.hasValue() ? this.found.value() : undefined));
  protected readonly busy = signal<RegistrationAct | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly done = signal<RegistrationAct | ''>('');
  protected readonly fields = computed(() => {
    const error = this.failure();
    return error instanceof ApiError ? Object.fromEntries(Object.keys(error.fields).map((field) => [field, this.errors.ofField(error, field) ?? ''])) : {};
  });

  protected readonly edited = signal(false);
  protected readonly editing = computed(() => {
    const link = this.shown();
    return link?.mayEdit ? { questions: link.questions, save: (said: SaidDetails) => this.store.editByLink(this.token(), said) } : null;
  });

  protected hasEdited(): void {
    this.edited.set(true);
    this.found.reload();
  }

  protected async act(wanted: WantedAct): Promise<void> {
    if (this.busy()) return;
    this.busy.set(wanted.act);
    this.failure.set(null);
    this.done.set('');
    this.edited.set(false);
    try {
      await this.store.actByLink(this.token(), wanted);
      this.done.set(wanted.act);
      this.found.reload();
    } catch (error) {
      this.failure.set(error);
      if (error instanceof ApiError && error.kind !== 'bad-input' && error.kind !== 'offline') this.found.reload();
    } finally {
      this.busy.set(null);
    }
  }
}
