import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { GuestMeeting } from '@cohorte/meetings/contract';
import { Card } from '@cohorte/ui/web/card';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoDirective } from '@jsverse/transloco';
import { MeetingAgenda } from '../meeting/meeting-agenda';

/** What the meeting is, for someone whose personal link is the only way to read of it. */
@Component({
  selector: 'co-guest-meeting',
  imports: [Card, Icon, MeetingAgenda, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.page'">
      @let it = meeting();
      <co-card [heading]="t('where')">
        @if (it.format !== 'video') {
          <p><strong>{{ it.placeName || it.placeAddress || t('placeToCome') }}</strong></p>
          @if (it.placeName && it.placeAddress) {<p class="lines">{{ it.placeAddress }}</p>}
          @if (it.placeAccess) {<p class="soft lines">{{ it.placeAccess }}</p>}
        }
        @if (it.format !== 'in-person') {<p><strong>{{ t(it.format === 'mixed' ? 'orOnline' : 'online') }}</strong></p>}
        @if (it.dialIn) {<p class="soft lines">{{ it.dialIn }}</p>}
        <p class="soft">{{ t('organised') }} : {{ it.networkName }}</p>
      </co-card>
      @if (it.objective || it.about) {
        <div class="about">
          @if (it.objective) {<p class="objective">{{ it.objective }}</p>}
          @if (it.about) {<p class="lines">{{ it.about }}</p>}
        </div>
      }
      @if (it.agenda.length) {<co-card [heading]="t('agenda')"><co-meeting-agenda [meeting]="it" /></co-card>}
      @if (it.documents.length || it.replayUrl) {
        <co-card [heading]="t('documents')">
          @if (it.replayUrl) {<p><a [href]="it.replayUrl" rel="noopener noreferrer" target="_blank"><co-icon name="video" size="small" />{{ t('replay') }}</a></p>}
          <ul role="list">
            @for (document of it.documents; track document.id) {<li><a [href]="document.href" [attr.target]="document.file ? null : '_blank'" rel="noopener noreferrer"><co-icon [name]="document.file ? 'download' : 'external-link'" size="small" />{{ document.title }}</a></li>}
          </ul>
        </co-card>
      }
    </ng-container>
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-4); margin-top: var(--co-space-4); }
    ul { list-style: none; margin: 0; padding: 0; }
    a { display: inline-flex; align-items: center; gap: var(--co-space-2); min-height: 32px; overflow-wrap: anywhere; }
    .about { display: grid; gap: var(--co-space-2); }
    .objective { font-size: var(--co-text-m); }
    .lines { white-space: pre-line; }
    .soft { color: var(--co-soft); }
  `,
})
export class GuestMeetingPanel {
  readonly meeting = input.required<GuestMeeting>();
}
