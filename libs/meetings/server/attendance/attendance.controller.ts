import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import {
  addWalkIn, attendanceHistory, checkIn, checkInAsGuest, closeAttendance, getCheckInKey, getGuestPresence, getMyPresence, joinAsGuest, joinMeeting, listAttendance, markAttendance, reopenAttendance,
  stayInMeeting,
} from '../../contract';
import { AttendanceHistory, AttendanceService } from './attendance.service';
import { MyPresenceQueries } from './my-presence.queries';
import { PresenceService } from './presence.service';

/** The list of a meeting, and being there, over HTTP. */
@Controller()
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly traces: AttendanceHistory,
    private readonly presence: PresenceService,
    private readonly mine: MyPresenceQueries,
  ) {}

  @Implements(listAttendance)
  list(actor: Actor, input: InputOf<typeof listAttendance>) {
    return this.attendance.list(actor, input.meetingId);
  }

  @Implements(markAttendance)
  mark(actor: Actor, input: InputOf<typeof markAttendance>) {
    return this.attendance.mark(actor, input);
  }

  @Implements(addWalkIn)
  add(actor: Actor, input: InputOf<typeof addWalkIn>) {
    return this.attendance.add(actor, input);
  }

  @Implements(closeAttendance)
  close(actor: Actor, input: InputOf<typeof closeAttendance>) {
    return this.attendance.close(actor, input.meetingId);
  }

  @Implements(reopenAttendance)
  reopen(actor: Actor, input: InputOf<typeof reopenAttendance>) {
    return this.attendance.reopen(actor, input.meetingId);
  }

  @Implements(attendanceHistory)
  history(actor: Actor, input: InputOf<typeof attendanceHistory>) {
    return this.traces.read(actor, input.meetingId);
  }

  @Implements(joinMeeting)
  join(actor: Actor, input: InputOf<typeof joinMeeting>) {
    return this.presence.join(actor, input.meetingId);
  }

  @Implements(joinAsGuest)
  joinAsGuest(_actor: unknown, input: InputOf<typeof joinAsGuest>) {
    return this.presence.joinAsGuest(input.token);
  }

  @Implements(stayInMeeting)
  stay(_actor: unknown, input: InputOf<typeof stayInMeeting>) {
    return this.presence.stay(input.meetingId, input.intervalId);
  }

  @Implements(getCheckInKey)
  checkInKey(actor: Actor, input: InputOf<typeof getCheckInKey>) {
    return this.presence.checkInPath(actor, input.meetingId);
  }

  @Implements(checkIn)
  checkIn(actor: Actor, input: InputOf<typeof checkIn>) {
    return this.presence.checkIn(actor, input);
  }

  @Implements(checkInAsGuest)
  checkInAsGuest(_actor: unknown, input: InputOf<typeof checkInAsGuest>) {
    return this.presence.checkInByAddress(input);
  }

  @Implements(getMyPresence)
  myPresence(actor: Actor, input: InputOf<typeof getMyPresence>) {
    return this.mine.mine(actor, input.meetingId);
  }

  @Implements(getGuestPresence)
  guestPresence(_actor: unknown, input: InputOf<typeof getGuestPresence>) {
    return this.mine.ofGuest(input.token);
  }
}
