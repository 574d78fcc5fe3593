import { Spaces } from '@cohorte/networks/server';
import type { RegistrationStatus } from '@cohorte/meetings/contract';
import { MeetingSeats, type ToldMeeting } from '@cohorte/meetings/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { recipientOf, type Telling } from '../notices/notices';
import { MeetingTeller } from '../tellers/meeting.teller';

type People = Telling['to'];

/** Who is told of a meeting: those who stand with it, and everyone of a space that meets among itself. */
@Injectable()
export class LetterAudience {
  constructor(
    private readonly spaces: Spaces,
    private readonly seats: MeetingSeats,
    private readonly teller: MeetingTeller,
  ) {}

  async of(tx: Tx, meeting: ToldMeeting, statuses: readonly RegistrationStatus[]): Promise<People> {
    const standing = statuses.length > 0 ? await this.standing(tx, meeting.id, statuses) : [];
    const known = new Set((await this.seats.standingsOf(tx, meeting.id)).map(({ attendee }) => attendee.personId));
    return [...standing, ...(await this.members(tx, meeting)).filter((personId) => !known.has(personId)).map(asPerson)];
  }

  async standing(tx: Tx, meetingId: string, statuses: readonly RegistrationStatus[]): Promise<People> {
    return (await this.seats.recipientsOf(tx, meetingId, statuses)).map(({ attendee, registrationId }) => ({ ...attendee, standingId: registrationId }));
  }

  /** Of those somebody else asked, whom nothing about the meeting itself reaches: without a place, past or present, and not of its people. */
  async untold(tx: Tx, meeting: ToldMeeting, people: People): Promise<People> {
    const standing = new Set((await this.seats.standingsOf(tx, meeting.id)).map(({ attendee }) => recipientOf(attendee)));
    const members = new Set(await this.members(tx, meeting));
    return people.filter((one) => !standing.has(recipientOf(one)) && !members.has(one.personId ?? ''));
  }

  /** Those who animate a space and its network: whom a matter goes to when nobody answers for it any more. */
  async animators(tx: Tx, { spaceId, networkId }: Pick<ToldMeeting, 'spaceId' | 'networkId'>): Promise<People> {
    const people = [...(await this.spaces.peopleOf(tx, spaceId)), ...(await this.spaces.peopleOf(tx, networkId))];
    return [...new Set(people.filter(({ role }) => role === 'animator').map(({ personId }) => personId))].map(asPerson);
  }

  async keepers(tx: Tx, meetingId: string): Promise<People> {
    return (await this.teller.keepersOf(tx, meetingId)).map(asPerson);
  }

  /** A meeting open to a whole network, or to anybody, is not pushed to all of it. */
  private async members(tx: Tx, { spaceId, networkId, audience }: ToldMeeting): Promise<string[]> {
    if (audience !== 'space' || spaceId === networkId) return [];
    return [...new Set((await this.spaces.peopleOf(tx, spaceId)).map(({ personId }) => personId))];
  }
}

const asPerson = (personId: string): People[number] => ({ personId, email: '', name: '' });
