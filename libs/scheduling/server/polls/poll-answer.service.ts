import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, systemActor } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, Events, mailTokenHash, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { answerAt, type answerPoll, type answerPollByLink, type AnswersReceipt, hasAnswered, pollStateAt, withAnswer } from '../../contract';
import { pollAnswered } from '../scheduling.events';
import { PollDesk, shareLock } from './poll-desk';
import type { PollEntity } from './poll.entity';
import { PollParticipantEntity } from './poll-participant.entity';
import { PollRegister } from './poll-register';
import { PollSlotEntity } from './poll-slot.entity';

type AskedSlot = Pick<PollSlotEntity, 'id' | 'place' | 'status' | 'proposedBy'>;
type LinkedParticipant = Pick<PollParticipantEntity, 'id' | 'pollId' | 'revokedAt'>;
type HeldLine = Pick<PollParticipantEntity, 'id' | 'pollId' | 'personId' | 'answers' | 'noneFits' | 'answeredAt' | 'linkToldAt' | 'revokedAt'> &
  Pick<PollEntity, 'trackPollId' | 'thirdAnswer' | 'state' | 'closesAt'> & { readonly slots: readonly AskedSlot[] };
type Given = Pick<InputOf<typeof answerPoll>, 'answers' | 'noneFits'>;

/** Answering: with an account or by a personal link, until the poll closes, one's own line and no other. */
@Injectable()
export class PollAnswerService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly desk: PollDesk,
    private readonly register: PollRegister,
  ) {}

  async answer(actor: Actor, { pollId, ...given }: InputOf<typeof answerPoll>): Promise<AnswersReceipt> {
    const receipt = await this.database.transaction(actor, async (tx) => {
      const { me, poll } = await this.desk.allowed(tx, actor, 'answer', pollId);
      return asSystem(tx, 'scheduling', async () => {
        await this.desk.share(tx, pollId);
        return this.write(tx, me?.id ?? (await this.join(tx, actor, poll)), given);
      });
    });
    this.register.announceSoon(pollId);
    return receipt;
  }

  /** Everybody answers in the same hour: the line is found and its poll held in one query. */
  async answerByLink({ token, ...given }: InputOf<typeof answerPollByLink>): Promise<AnswersReceipt> {
    const answered = await this.database.transaction(systemActor('scheduling'), async (tx) => {
      const { pollId, id } = await this.byLink(tx, token, `, ${shareLock('poll_id')}`);
      return { pollId, receipt: await this.write(tx, id, given) };
    });
    this.register.announceSoon(answered.pollId);
    return answered.receipt;
  }

  /** Whose link this is; a link taken back says so. */
  async byLink(tx: Tx, token: string, also = ''): Promise<LinkedParticipant> {
    const [found] = await tx.query<LinkedParticipant[]>(`SELECT id, poll_id AS "pollId", revoked_at AS "revokedAt"${also} FROM scheduling_poll_participant WHERE token_hash = $1`, [mailTokenHash(token)]);
    if (!found) throw new AppError('not-found', 'scheduling.link-unknown');
    if (found.revokedAt) throw new AppError('gone', 'scheduling.link-revoked');
    return found;
  }

  /** Part of a larger act of another feature: the caller has found the participant. */
  async answerIn(tx: Tx, pollId: string, participantId: string, given: Given): Promise<void> {
    await asSystem(tx, 'scheduling', async () => {
      await this.desk.share(tx, pollId);
      await this.write(tx, participantId, given);
    });
    await this.register.announce(tx, pollId);
  }

  /** After a slot went: whoever had only answered that one is missing again. The caller holds the poll. */
  async recount(tx: Tx, pollId: string): Promise<void> {
    const slots = await tx.getRepository(PollSlotEntity).findBy({ pollId });
    const participants = tx.getRepository(PollParticipantEntity);
    for (const row of await participants.findBy({ pollId, answeredAt: Not(IsNull()) })) {
      if (!hasAnswered(slots.map((slot) => answerAt(row.answers, slot.place)), row.noneFits)) await participants.update({ id: row.id }, { answeredAt: null });
    }
  }

  /** Someone of the space who was not asked by name joins by answering. */
  private async join(tx: Tx, actor: Actor, poll: PollEntity): Promise<string> {
    assertOpen(poll, this.clock.now());
    const structureId = actor.roles.find((held) => held.spaceId === poll.spaceId && held.viaStructureId)?.viaStructureId ?? null;
    await this.register.addPeople(tx, poll.id, [{ personId: actor.personId, email: null, name: '', structureId, required: false }]);
    const me = await tx.getRepository(PollParticipantEntity).findOneByOrFail({ pollId: poll.id, personId: actor.personId });
    return me.id;
  }

  /** The poll is held by the caller. */
  private async write(tx: Tx, participantId: string, given: Given): Promise<AnswersReceipt> {
    const row = await this.held(tx, participantId);
    assertOpen(row, this.clock.now());
    if (row.revokedAt) throw new AppError('gone', 'scheduling.link-revoked');
    apply(row, given);
    const now = this.clock.now();
    const answeredAt = hasAnswered(row.slots.map((slot) => answerAt(row.answers, slot.place)), row.noneFits) ? (row.answeredAt ?? now) : null;
    // Whoever has an account needs no link.
    const isToTell = answeredAt !== null && !row.linkToldAt && !row.personId && !row.trackPollId;
    if (isToTell) await this.events.publish(tx, pollAnswered, { pollId: row.pollId, participantId: row.id });
    await tx.query('UPDATE scheduling_poll_participant SET answers = $2, none_fits = $3, changed_at = $4, answered_at = $5, link_told_at = $6 WHERE id = $1', [
      row.id, row.answers, row.noneFits, now, answeredAt, isToTell ? now : row.linkToldAt,
    ]);
    return { noneFits: row.noneFits, answered: answeredAt !== null };
  }

  /** One’s line, alone with it, its poll and its slots, in one query. */
  private async held(tx: Tx, participantId: string): Promise<HeldLine> {
    const [found] = await tx.query<HeldLine[]>(
      `SELECT p.id, p.poll_id AS "pollId", p.person_id AS "personId", p.answers, p.none_fits AS "noneFits", p.answered_at AS "answeredAt", p.link_told_at AS "linkToldAt", p.revoked_at AS "revokedAt",
              q.track_poll_id AS "trackPollId", q.third_answer AS "thirdAnswer", q.state, q.closes_at AS "closesAt",
              (SELECT coalesce(json_agg(json_build_object('id', s.id, 'place', s.place, 'status', s.status, 'proposedBy', s.proposed_by)), '[]') FROM scheduling_poll_slot s WHERE s.poll_id = q.id) AS slots
         FROM scheduling_poll_participant p JOIN scheduling_poll q ON q.id = p.poll_id WHERE p.id = $1 FOR UPDATE OF p`,
      [participantId],
    );
    if (!found) throw new AppError('not-found', 'scheduling.participant-unknown');
    return found;
  }
}

/** Why a poll takes no answer, in the words of where it stands. */
export function assertOpen(poll: Pick<PollEntity, 'state' | 'closesAt'>, now: Date): void {
  const state = pollStateAt(poll, now);
  if (state === 'decided') throw new AppError('gone', 'scheduling.poll-decided');
  if (state === 'cancelled') throw new AppError('gone', 'scheduling.poll-cancelled');
  if (state !== 'open') throw new AppError('gone', 'scheduling.poll-closed');
}

/** One’s own proposal is answered while it waits for a word. */
const isOffered = (slot: AskedSlot, row: { id: string }): boolean => slot.status === 'offered' || (slot.status === 'proposed' && slot.proposedBy === row.id);

/** Changes a line: some slots, or the confirmation that none suits, which a slot that does takes back. */
function apply(row: HeldLine, given: Given): void {
  const places = new Map(row.slots.filter((slot) => isOffered(slot, row)).map((slot) => [slot.id, slot.place]));
  for (const { slotId, answer } of given.answers) {
    const place = places.get(slotId);
    if (place === undefined) throw new AppError('conflict', 'scheduling.slot-gone');
    if (answer === 'if-need-be' && !row.thirdAnswer) throw new AppError('bad-input', 'scheduling.no-third-answer');
    row.answers = withAnswer(row.answers, place, answer);
    if (answer === 'yes' || answer === 'if-need-be') row.noneFits = false;
  }
  if (given.noneFits === undefined) return;
  row.noneFits = given.noneFits;
  if (given.noneFits) for (const place of places.values()) row.answers = withAnswer(row.answers, place, 'no');
}
