import { People } from '@cohorte/identity/server';
import { AppError, type InputOf, systemActor } from '@cohorte/platform/contract';
import { mailTokenHash, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { joinedAtOneMailbox, type joinOpenPoll, linkAgainAfterMinutes, type OpenPollView, participantsMax } from '../../contract';
import { pollJoined } from '../scheduling.events';
import { assertOpen } from './poll-answer.service';
import { PollEntity } from './poll.entity';
import { PollLinks } from './poll-link';
import { PollOpenLinkEntity } from './poll-open-link.entity';
import { PollParticipantEntity } from './poll-participant.entity';
import { nameKeyOf } from './poll-register';
import { PollTools } from './poll-tools';

/** Whoever holds the open link of a poll: reads what is asked, says who they are, receives a line of their own and never another’s. */
@Injectable()
export class PollPassersByService {
  constructor(
    private readonly tools: PollTools,
    private readonly links: PollLinks,
    private readonly people: People,
  ) {}

  read(token: string): Promise<OpenPollView> {
    return this.tools.database.transaction(systemActor('scheduling'), async (tx) => {
      const poll = await this.behind(tx, token);
      const view = await this.tools.queries.view(tx, poll, { me: null, seesEverything: false, canManage: false, canAnswer: false });
      const { title, note, meetingTitle, spaceName, zone, state, closesAt, thirdAnswer } = view;
      const slots = view.slots.map(({ id, startsAt, minutes, day, allDay }) => ({ id, startsAt, minutes, day, allDay }));
      return { title, note, meetingTitle, spaceName, zone, state, closesAt, thirdAnswer, slots, decidedStartsAt: view.decided?.startsAt ?? null };
    });
  }

  /** Known already, the link leaves by mail only: what is shown here is shown to whoever wrote the name. */
  join({ token, name, email }: InputOf<typeof joinOpenPoll>): Promise<{ token: string | null }> {
    return this.tools.database.transaction(systemActor('scheduling'), async (tx) => {
      const { id } = await this.behind(tx, token);
      const poll = await this.tools.desk.alone(tx, id);
      assertOpen(poll, this.tools.clock.now());
      const known = await this.known(tx, id, { name, email });
      if (known) {
        await this.tellAgain(tx, known);
        return { token: null };
      }
      await this.assertRoom(tx, id, email);
      const row = await this.tools.register.addPasserBy(tx, id, { name, email });
      await this.tools.events.publish(tx, pollJoined, { pollId: id, participantId: row.id });
      await this.tools.register.announce(tx, id);
      return { token: this.links.tokenOf(row) };
    });
  }

  private async behind(tx: Tx, token: string): Promise<PollEntity> {
    const found = await tx.getRepository(PollOpenLinkEntity).findOneBy({ tokenHash: mailTokenHash(token) });
    if (!found) throw new AppError('not-found', 'scheduling.open-link-unknown');
    return tx.getRepository(PollEntity).findOneByOrFail({ id: found.pollId });
  }

  /** Asked by this address and this name, as a guest or with their account. */
  private async known(tx: Tx, pollId: string, { name, email }: { name: string; email: string }): Promise<PollParticipantEntity | null> {
    const participants = tx.getRepository(PollParticipantEntity);
    const nameKey = nameKeyOf(name);
    const guest = await participants.findOneBy({ pollId, email, nameKey });
    if (guest) return guest;
    const person = await this.people.findByEmail(tx, email);
    return person && nameKeyOf(person.name) === nameKey ? participants.findOneBy({ pollId, personId: person.id }) : null;
  }

  private async tellAgain(tx: Tx, row: PollParticipantEntity): Promise<void> {
    if (row.revokedAt) throw new AppError('gone', 'scheduling.link-revoked');
    const now = this.tools.clock.now();
    if (row.linkToldAt && row.linkToldAt.getTime() > now.getTime() - linkAgainAfterMinutes * 60_000) return;
    await tx.getRepository(PollParticipantEntity).update({ id: row.id }, { linkToldAt: now });
    await this.tools.events.publish(tx, pollJoined, { pollId: row.pollId, participantId: row.id });
  }

  private async assertRoom(tx: Tx, pollId: string, email: string): Promise<void> {
    const participants = tx.getRepository(PollParticipantEntity);
    if ((await participants.countBy({ pollId })) >= participantsMax) throw new AppError('conflict', 'scheduling.too-many-participants', { most: participantsMax });
    if ((await participants.countBy({ pollId, email, byOpenLink: true })) >= joinedAtOneMailbox) throw new AppError('conflict', 'scheduling.mailbox-full', { most: joinedAtOneMailbox });
  }
}
