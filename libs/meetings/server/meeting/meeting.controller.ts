import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { cancelMeeting, listMeetings, restoreMeeting, scheduleMeeting } from '../../contract';
import { MeetingService } from './meeting.service';

/** Meetings over HTTP. */
@Controller()
export class MeetingController {
  constructor(private readonly meetings: MeetingService) {}

  @Implements(listMeetings)
  async list(actor: Actor, input: InputOf<typeof listMeetings>) {
    return { meetings: await this.meetings.list(actor, input.spaceId) };
  }

  @Implements(scheduleMeeting)
  schedule(actor: Actor, input: InputOf<typeof scheduleMeeting>) {
    return this.meetings.schedule(actor, input);
  }

  @Implements(cancelMeeting)
  cancel(actor: Actor, input: InputOf<typeof cancelMeeting>) {
    return this.meetings.cancel(actor, input);
  }

  @Implements(restoreMeeting)
  restore(actor: Actor, input: InputOf<typeof restoreMeeting>) {
    return this.meetings.restore(actor, input);
  }
}
