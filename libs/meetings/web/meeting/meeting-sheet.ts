import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { Banner } from '@cohorte/ui/web/banner';
import { Card } from '@cohorte/ui/web/card';
import { DatePipe } from '@cohorte/ui/web/date.pipe';
import { Icon } from '@cohorte/ui/web/icon';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import type { MeetingPage } from '../../contract';
import { RegistrationCardPanel } from '../registration/registration-card';
import { MeetingAgenda } from './meeting-agenda';
import { isOver, todoOf } from './meeting-glance';
import { MeetingWhen } from './meeting-when-card';

/** One meeting for whoever reads it, with an account or without: when, where, what is expected of me, then everything else. */
@Component({
  selector: 'co-meeting-sheet',
  imports: [Banner, Button, Card, DatePipe, Icon, MeetingAgenda, MeetingWhen, RegistrationCardPanel, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './meeting-sheet.html',
  styleUrl: './meeting-sheet.css',
})
export class MeetingSheet {
  readonly meeting = input.required<MeetingPage>();
  /** A place was taken or left: what the page shows of the link may have changed. */
  readonly changed = output();
  protected readonly todo = computed(() => todoOf(this.meeting()));
  protected readonly over = computed(() => isOver(this.meeting().phase));
  protected readonly calendar = computed(() => (this.meeting().startsAt && !this.over() && this.meeting().phase !== 'cancelled' ? `/api/meetings/${this.meeting().id}/calendar.ics` : ''));
  protected readonly before = computed(() => this.meeting().documents.filter((one) => one.moment === 'before'));
  protected readonly after = computed(() => this.meeting().documents.filter((one) => one.moment === 'after'));
  protected readonly speakers = computed(() =>
    this.meeting().speakers.map((speaker) => ({ ...speaker, about: [speaker.role, speaker.organisation].filter((words) => words !== '').join(' · ') })));
  protected readonly animators = computed(() => this.meeting().animators.map((person) => person.name).filter((name) => name !== '').join(', '));

  /** «1,2 Mo»: what a download will cost on a phone. */
  protected size(bytes: number): string {
    return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))}\u00a0ko` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')}\u00a0Mo`;
  }
}
