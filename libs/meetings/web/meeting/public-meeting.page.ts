import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { FirstAnswer } from '@cohorte/platform/web/first-answer';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import type { MeetingPage } from '../../contract';
import { MeetingHead } from './meeting-head';
import { MeetingSheet } from './meeting-sheet';

/** A public meeting for someone without an account. Reads the API without its schemas: a visitor downloads no validator. */
@Component({
  selector: 'co-public-meeting-page',
  imports: [Button, Empty, MeetingHead, MeetingSheet, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.page'">
      @if (meeting(); as it) {
        <co-meeting-head [meeting]="it" />
        <co-meeting-sheet [meeting]="it" />
      } @else if (read.error() || read.value() === null) {
        <co-empty [heading]="t(read.error() ? 'failed' : 'notFound')" [text]="read.error() ? '' : t('notFoundText')">
          @if (read.error()) {<button coButton type="button" variant="primary" (click)="read.reload()">{{ t('retry') }}</button>}
          @else {<a coButton variant="primary" routerLink="/connexion" [queryParams]="{ next: '/rencontres/' + meetingId() }">{{ t('signIn') }}</a>}
        </co-empty>
      } @else {<co-skeleton [lines]="6" />}
    </ng-container>
  `,
  styles: `:host { display: block; }`,
})
export class PublicMeetingPage {
  readonly meetingId = input.required<string>();
  /** As the server wrote it in the page itself. */
  private first = inject(FirstAnswer).take<MeetingPage>();
  protected readonly read = resource({ params: () => this.meetingId(), loader: ({ params }) => this.written(params) ?? fetchMeeting(params) });
  protected readonly meeting = computed(() => (this.read.hasValue() ? this.read.value() : null));

  constructor() {
    const title = inject(Title);
    effect(() => {
      const meeting = this.meeting();
      if (meeting) title.setTitle(`${meeting.title} · Cohorte`);
    });
  }

  private written(meetingId: string): Promise<MeetingPage> | null {
    const { first } = this;
    this.first = undefined;
    return first?.id === meetingId ? Promise.resolve(first) : null;
  }
}

/** Null when there is none for this reader. */
async function fetchMeeting(meetingId: string): Promise<MeetingPage | null> {
  const answer = await fetch(`/api/meetings/${encodeURIComponent(meetingId)}`, { credentials: 'same-origin' });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error('unavailable');
  return (await answer.json()) as MeetingPage;
}
