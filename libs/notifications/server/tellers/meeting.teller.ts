import { ActorService, Spaces } from '@cohorte/networks/server';
import { canMeeting } from '@cohorte/meetings/contract';
import { MeetingReader, MeetingSeats, type Recipient, type ToldMeeting } from '@cohorte/meetings/server';
import { Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { NoticeRow } from '../notices/notice-row';
import { MeetingLetters } from './meeting-letters';
import { silenceOf } from './meeting-silence';
import { type BellFacts, type Reader, silentOf, Teller, type Telling } from './teller';

/** Let in past the rule of the audience: their place itself is their right. */
const letIn = new Set<Recipient['cause']>(['exception', 'organiser']);

/** Tells of meetings. */
@Injectable()
export class MeetingTeller extends Teller {
  readonly about = 'meeting';

  constructor(
    private readonly meetings: MeetingReader,
    private readonly seats: MeetingSeats,
    private readonly actors: ActorService,
    private readonly spaces: Spaces,
    private readonly letters: MeetingLetters,
    private readonly clock: Clock,
  ) {
    super();
  }

  async tell(tx: Tx, reader: Reader, notices: readonly NoticeRow[]): Promise<Telling> {
    const meeting = await this.meetings.find(tx, notices[0]?.aboutId ?? '');
    if (!meeting) return silentOf(notices, () => 'gone');
    const place = await this.placeOf(tx, reader, meeting, notices);
    const at = {
      now: this.clock.now(), cancelled: meeting.state === 'cancelled', published: meeting.published, status: place?.status ?? null, offerUntil: place?.offerUntil ?? null,
      startsAt: meeting.startsAt ? new Date(meeting.startsAt) : null, endsAt: meeting.endsAt ? new Date(meeting.endsAt) : null,
      ...(await this.rightsOf(tx, reader, meeting, place)),
    };
    return { ...silentOf(notices, (notice) => silenceOf(notice, at)), compose: (wanted) => this.letters.compose(tx, { reader, meeting, place, notices: wanted }) };
  }

  async shownTo(tx: Tx, personId: string, meetingIds: readonly string[]): Promise<Map<string, BellFacts>> {
    const actor = await this.actors.actorOf({ personId });
    const shown = new Map<string, BellFacts>();
    for (const meeting of (await this.meetings.factsOf(tx, meetingIds)).values()) {
      const may = canMeeting(actor, 'read', meeting.policy) || (await this.seats.registrationOf(tx, meeting.id, { personId })) !== null;
      if (may) shown.set(meeting.id, { title: meeting.title, when: meeting.startsAt ? new Date(meeting.startsAt) : null, zone: meeting.zone, path: meeting.path });
    }
    return shown;
  }

  /** The meeting's own animators; those of its space when it names none. */
  async keepersOf(tx: Tx, meetingId: string): Promise<string[]> {
    const meeting = await this.meetings.find(tx, meetingId);
    if (!meeting) return [];
    if (meeting.animatorIds.length > 0) return [...meeting.animatorIds];
    const people = [...(await this.spaces.peopleOf(tx, meeting.spaceId)), ...(await this.spaces.peopleOf(tx, meeting.networkId))];
    return [...new Set(people.filter(({ role }) => role === 'animator').map(({ personId }) => personId))];
  }

  /** A place offered to an address that refuses letters goes to the next one in an hour. */
  override async unreached(tx: Tx, { kind, standingId }: NoticeRow): Promise<void> {
    if (kind === 'place-offered' && standingId) await this.seats.offerUnreached(tx, standingId);
  }

  private async placeOf(tx: Tx, { personId }: Reader, meeting: ToldMeeting, notices: readonly NoticeRow[]): Promise<Recipient | null> {
    if (personId) {
      const own = await this.seats.registrationOf(tx, meeting.id, { personId });
      if (own) return own;
    }
    const standingId = notices.find((notice) => notice.standingId)?.standingId;
    return standingId ? this.seats.recipient(tx, standingId) : null;
  }

  /** A guest is let in by their place; a person by the policy, or by their place unless they left what it was opened for. */
  private async rightsOf(tx: Tx, { personId }: Reader, meeting: ToldMeeting, place: Recipient | null): Promise<{ mayRead: boolean; animates: boolean }> {
    if (!personId) return { mayRead: place !== null, animates: false };
    const actor = await this.actors.actorOf({ personId });
    const reads = canMeeting(actor, 'read', meeting.policy);
    const byPlace = place !== null && (letIn.has(place.cause) || !(await this.spaces.hasLeft(tx, meeting.spaceId, personId)));
    return { mayRead: reads || byPlace, animates: canMeeting(actor, 'edit', meeting.policy) };
  }
}
