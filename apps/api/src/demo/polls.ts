import { MeetingService } from '@cohorte/meetings/server';
import { Spaces } from '@cohorte/networks/server';
import type { Tx } from '@cohorte/platform/server';
import type { PollAnswer, WrittenSlot } from '@cohorte/scheduling/contract';
import { PollReader, Polls } from '@cohorte/scheduling/server';
import { parisInstant } from './paris-time.rule';
import { shiftWall } from './launch-date.rule';

interface DemoPoll {
  readonly meetingNumber: number;
  readonly title: string;
  readonly closesAt: string;
  readonly slots: readonly string[];
}

/** The two polls opened at the launch, on the days of the real calendar before the shift. */
const demoPolls: readonly DemoPoll[] = [
  { meetingNumber: 2, title: 'RDV n° 2 : conduite de son projet et constitution de son équipe projet', closesAt: '2024-11-06T18:00', slots: ['2024-11-14T14:00', '2024-11-19T10:00', '2024-11-26T14:00'] },
  { meetingNumber: 3, title: 'RDV n° 3 : construire son SPASER, topo méthodologique', closesAt: '2024-11-08T18:00', slots: ['2024-12-05T14:00', '2024-12-10T10:00', '2024-12-12T14:00'] },
];

const [y, i, n]: PollAnswer[] = ['yes', 'if-need-be', 'no'];

/** What nine of the eleven structures said, slot by slot; the second of each suits most. */
const said: Readonly<Record<string, readonly (readonly (PollAnswer | undefined)[])[]>> = {
  'ght-normandie-centre': [[y, y, i], [y, y, n]],
  'ght-rouen-coeur-seine': [[y, y, n], [n, y, y]],
  'ght-estuaire-seine': [[n, y, i], [y, y, i]],
  'ght-cotentin': [[y, i, y], [i, y, n]],
  'ght-eure-seine': [[i, y, y], [y, i, y]],
  'ght-caux-maritime': [[n, y, y], [n, y, y]],
  'ght-centre-manche': [[y, n, i], [y, y, n]],
  'ght-mont-saint-michel': [[n, y, n], [n, i, y]],
  'ght-collines-normandie': [[y, y, i], [y, y, i]],
};

const slotOf = (at: string): WrittenSlot => ({ at, minutes: 90 });

/** Opens the polls of meetings 2 and 3 and gives the answers already there; the two last structures have yet to answer. */
export async function openDemoPolls(tx: Tx, get: <T>(token: abstract new (...args: never[]) => T) => T, place: { spaceId: string; networkId: string; by: string; idOf: (key: string) => string; firstStart: Date }): Promise<void> {
  const { spaceId, networkId, by, firstStart } = place;
  const meetings = (await get(MeetingService).inSpaces(tx, [spaceId])).filter((meeting) => meeting.state === 'to-poll');
  const leads = (await get(Spaces).peopleOf(tx, spaceId)).filter((person) => person.role === 'lead' && person.structureId);
  const people = leads.map(({ personId, structureId }) => ({ personId, structureId, email: null, name: '' }));
  for (const [at, poll] of demoPolls.entries()) {
    const meetingId = meetings[at]?.id;
    if (!meetingId) throw new Error(`The demonstration has no meeting ${poll.meetingNumber} to look a date for`);
    const wall = (local: string): string => shiftWall(local, firstStart);
    const slots = poll.slots.map((local) => slotOf(wall(local)));
    const closesAt = parisInstant(wall(poll.closesAt));
    const pollId = await get(Polls).open(tx, { trackPollId: null, meetingId, spaceId, networkId, title: poll.title, zone: 'Europe/Paris', closesAt, slots, people, createdBy: by });
    await answer(tx, get, { pollId, at, idOf: place.idOf });
  }
}

async function answer(tx: Tx, get: <T>(token: abstract new (...args: never[]) => T) => T, { pollId, at, idOf }: { pollId: string; at: number; idOf: (key: string) => string }): Promise<void> {
  const facts = await get(PollReader).letterFacts(tx, pollId);
  const asked = await get(PollReader).participantsOf(tx, pollId);
  for (const [key, polls] of Object.entries(said)) {
    const structureId = idOf(key);
    const participantId = asked.find((one) => one.attendee.structureId === structureId)?.participantId;
    const line = polls[at];
    if (!participantId || !line || !facts) continue;
    await get(Polls).answer(tx, { pollId, participantId }, { answers: facts.slots.map((slot, place) => ({ slotId: slot.id, answer: line[place] ?? null })) });
  }
}
