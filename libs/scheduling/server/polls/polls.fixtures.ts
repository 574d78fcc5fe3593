import { MeetingService } from '@cohorte/meetings/server';
import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import type { CallOf } from '@cohorte/platform/contract';
import { newId, type TestApp } from '@cohorte/platform/server';
import { createPoll } from '../../contract';
import { PollLinks } from './poll-link';
import { PollParticipantEntity } from './poll-participant.entity';
import { PollService } from './poll.service';

/** A cohort of two hospitals with its animator and their leads, a meeting without a date, and polls about it. */
export class PollFixtures {
  readonly networks: NetworksFixtures;

  constructor(private readonly app: TestApp) {
    this.networks = new NetworksFixtures(app);
  }

  async aCohort() {
    const networkId = await this.networks.aNetwork(`Réseau ${newId()}`);
    const animatorId = await this.networks.someone('animator', networkId, 'Claire');
    const caen = await this.networks.aStructure(networkId, { name: `CHU de Caen ${newId()}` });
    const rouen = await this.networks.aStructure(networkId, { name: `CHU de Rouen ${newId()}` });
    const [lea, remi] = [await this.networks.someone('lead', caen, 'Léa'), await this.networks.someone('lead', rouen, 'Rémi')];
    const marc = await this.networks.someone('member', caen, 'Marc');
    const cohortId = await this.networks.aCohort(networkId, [caen, rouen]);
    const [meetingId = '', otherMeetingId = ''] = await this.networks.asSystem((tx) =>
      this.app.get(MeetingService).planSeries(tx, { spaceId: cohortId, networkId }, ['Rencontre 2', 'Rencontre 3'].map((title) => ({ title, objective: '', format: 'video', minutes: 90, startsAt: null, dateByPoll: true }))),
    );
    const as = (personId: string): Promise<Actor> => this.networks.actor(personId);
    return { networkId, cohortId, caen, rouen, meetingId, otherMeetingId, animator: await as(animatorId), lea: await as(lea), remi: await as(remi), marc: await as(marc), as };
  }

  /** What the page sends, with what the spec changes. */
  form(meetingId: string, changed: Partial<CallOf<typeof createPoll>> = {}) {
    return createPoll.input.parse({
      meetingId, requestId: newId(), title: 'Rencontre 2', note: '', zone: 'Europe/Paris', closesAt: '2026-03-10T18:00', thirdAnswer: true, visibility: 'all', namesHidden: false,
      counting: 'structures', quorum: null, proposals: 'none', audience: 'everyone', open: true,
      slots: [{ at: '2026-03-19T14:00', minutes: 90 }, { at: '2026-03-24T10:00', minutes: 90 }, { at: '2026-04-02T14:00', minutes: 90 }],
      ...changed,
    });
  }

  async aPoll(animator: Actor, meetingId: string, changed: Partial<CallOf<typeof createPoll>> = {}): Promise<string> {
    return (await this.app.get(PollService).create(animator, this.form(meetingId, changed))).pollId;
  }

  participants(pollId: string): Promise<PollParticipantEntity[]> {
    return this.networks.asSystem((tx) => tx.getRepository(PollParticipantEntity).find({ where: { pollId }, order: { id: 'ASC' } }));
  }

  /** The personal link’s token of a guest, by name. */
  async tokenOf(pollId: string, name: string): Promise<string> {
    const row = (await this.participants(pollId)).find((one) => one.name === name);
    if (!row) throw new Error(`${name} is not asked`);
    return this.app.get(PollLinks).tokenOf(row);
  }

  /** Facts published since the beginning of the spec’s database, for one poll. */
  async told(pollId: string): Promise<string[]> {
    const rows = await this.networks.asSystem((tx) => tx.query<{ name: string; payload: Record<string, unknown> }[]>(`SELECT name, payload FROM platform_outbox WHERE payload->>'pollId' = $1 ORDER BY id`, [pollId]));
    return rows.map(({ name, payload }) => `${name.replace('scheduling.poll-', '')}${payload['addedOnly'] ? '+' : ''}${payload['round'] ? ` ${String(payload['round'])}` : ''}`);
  }
}
