import { DOCUMENT, NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { ApiError, ErrorWordsPipe } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuGroup, MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import { MeetingPresence } from '../attendance/meeting-presence';
import { AFTER_POSTPONING } from './after-postponing';
import { MeetingActs } from './meeting-acts.service';
import { MeetingDocumentsEditor } from './meeting-documents-editor';
import { animatorAct, isOver } from './meeting-glance';
import { MeetingHead } from './meeting-head';
import { MeetingSheet } from './meeting-sheet';
import { MeetingStore } from './meeting.store';

/** One meeting in the frame of members, before, during and after: the same address, the same sheet, and its animators' acts. */
@Component({
  selector: 'co-meeting-page',
  imports: [Button, Card, Empty, ErrorWordsPipe, Icon, MeetingDocumentsEditor, MeetingHead, MeetingPresence, MeetingSheet, Menu, MenuGroup, MenuItem, MenuTrigger, NgComponentOutlet, RouterLink, Skeleton, TranslocoDirective],
  providers: [MeetingActs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './meeting.page.html',
  styles: `
    .care { display: grid; gap: var(--co-space-3); }
    .care p { color: var(--co-soft); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    @media print { .care { display: none; } }
  `,
})
export class MemberMeetingPage {
  readonly meetingId = input.required<string>();
  private readonly store = inject(MeetingStore);
  protected readonly acts = inject(MeetingActs);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly read = resource({ params: () => this.meetingId(), loader: ({ params }) => this.store.open(params) });
  protected readonly meeting = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly act = computed(() => {
    const meeting = this.meeting();
    return meeting?.canEdit ? animatorAct(meeting) : null;
  });
  protected readonly over = computed(() => isOver(this.meeting()?.phase ?? 'draft'));
  private readonly offered = inject(AFTER_POSTPONING);
  private readonly offering = resource({ params: () => (this.meeting()?.canEdit && this.meeting()?.phase === 'postponed' ? this.offered : null) ?? undefined, loader: ({ params }) => params() });
  protected readonly offer = computed(() => (this.offering.hasValue() ? this.offering.value() : null));
  protected readonly gone = computed(() => {
    const failure = this.read.error();
    return failure instanceof ApiError && failure.kind === 'not-found';
  });

  constructor() {
    const title = inject(Title);
    this.acts.reload = () => void this.read.reload();
    effect(() => {
      const meeting = this.meeting();
      if (meeting) title.setTitle(`${meeting.title} · Cohorte`);
    });
  }

  protected print(): void {
    this.window?.print();
  }
}
