import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import {
  addMeetingLink, cancelMeeting, copyMeeting, createMeeting, editMeeting, listMeetingAnimators, listMeetings, type MeetingReaderActor, openMeeting, postponeMeeting, publishMeeting,
  removeMeetingDocument, restoreMeeting, restoreMeetingDocument, scheduleMeeting, unpublishMeeting,
} from '../../contract';
import { MeetingCopies } from './meeting-copies';
import { MeetingDocuments } from './meeting-documents.service';
import { MeetingEditing } from './meeting-editing.service';
import { MeetingPageQueries } from './meeting-page.queries';
import { MeetingService } from './meeting.service';

/** Meetings over HTTP. */
@Controller()
export class MeetingController {
  constructor(
    private readonly meetings: MeetingService,
    private readonly editing: MeetingEditing,
    private readonly copies: MeetingCopies,
    private readonly page: MeetingPageQueries,
    private readonly documents: MeetingDocuments,
  ) {}

  @Implements(listMeetings)
  async list(actor: Actor, input: InputOf<typeof listMeetings>) {
    return { meetings: await this.meetings.list(actor, input.spaceId) };
  }

  @Implements(openMeeting)
  open(actor: MeetingReaderActor, input: InputOf<typeof openMeeting>) {
    return this.page.open(actor, input.meetingId);
  }

  @Implements(createMeeting)
  create(actor: Actor, input: InputOf<typeof createMeeting>) {
    return this.editing.create(actor, input);
  }

  @Implements(editMeeting)
  edit(actor: Actor, input: InputOf<typeof editMeeting>) {
    return this.editing.edit(actor, input);
  }

  @Implements(publishMeeting)
  publish(actor: Actor, input: InputOf<typeof publishMeeting>) {
    return this.editing.publish(actor, input);
  }

  @Implements(unpublishMeeting)
  unpublish(actor: Actor, input: InputOf<typeof unpublishMeeting>) {
    return this.editing.unpublish(actor, input);
  }

  @Implements(copyMeeting)
  copy(actor: Actor, input: InputOf<typeof copyMeeting>) {
    return this.copies.copy(actor, input);
  }

  @Implements(listMeetingAnimators)
  async animators(actor: Actor, input: InputOf<typeof listMeetingAnimators>) {
    return { people: await this.editing.animatorsFor(actor, input.spaceId) };
  }

  @Implements(scheduleMeeting)
  schedule(actor: Actor, input: InputOf<typeof scheduleMeeting>) {
    return this.meetings.schedule(actor, input);
  }

  @Implements(postponeMeeting)
  postpone(actor: Actor, input: InputOf<typeof postponeMeeting>) {
    return this.meetings.postpone(actor, input);
  }

  @Implements(cancelMeeting)
  cancel(actor: Actor, input: InputOf<typeof cancelMeeting>) {
    return this.meetings.cancel(actor, input);
  }

  @Implements(restoreMeeting)
  restore(actor: Actor, input: InputOf<typeof restoreMeeting>) {
    return this.meetings.restore(actor, input);
  }

  @Implements(addMeetingLink)
  addLink(actor: Actor, input: InputOf<typeof addMeetingLink>) {
    return this.documents.addLink(actor, input);
  }

  @Implements(removeMeetingDocument)
  async removeDocument(actor: Actor, input: InputOf<typeof removeMeetingDocument>) {
    await this.documents.remove(actor, input.meetingId, input.documentId);
    return {};
  }

  @Implements(restoreMeetingDocument)
  restoreDocument(actor: Actor, input: InputOf<typeof restoreMeetingDocument>) {
    return this.documents.restore(actor, input.meetingId, input.documentId);
  }
}
