import { letter, Mailer, mailRefusal, type Mail, type Tx } from '@cohorte/platform/server';
import { Injectable, Logger } from '@nestjs/common';
import { canStop, type Choice, isReminder, topicOf, travelsBy, wants } from '../../contract';
import type { NoticeRow } from '../notices/notice-row';
import type { Reader, Telling } from '../tellers/teller';
import { Tellers } from '../tellers/tellers';
import { closing } from '../words/closing';
import { LetterDesk } from './letter-desk';
import { Readers } from './readers';
import { Undelivered } from './undelivered';

/** One go at the letters that are due. */
export interface Round {
  /** Whether the mail server answers; when it does not, the bell still rings. */
  lineIsUp: boolean;
  /** Whose bell has something new. */
  readonly rung: Set<string>;
}

/** Sends one letter: everything is asked again at this moment (account, rights, standing, wishes), and it is composed then. */
@Injectable()
export class LetterSender {
  private readonly logger = new Logger('letters');

  constructor(
    private readonly desk: LetterDesk,
    private readonly readers: Readers,
    private readonly tellers: Tellers,
    private readonly undelivered: Undelivered,
    private readonly mailer: Mailer,
  ) {}

  async send(tx: Tx, notices: readonly NoticeRow[], round: Round): Promise<void> {
    const [first] = notices;
    const reader = first && (await this.readers.readerOf(tx, first));
    if (!first || !reader) return this.desk.settle(tx, notices.map(({ id }) => id), 'dropped', 'gone');
    const telling = await this.tellers.of(first.about).tell(tx, reader, notices);
    const standing = await this.standing(tx, notices, telling);
    const choices = await this.readers.choicesOf(tx, reader);
    await this.ring(tx, standing, choices, round);
    const mailed = standing.filter(({ kind }) => travelsBy(kind, 'mail') && wants(choices, topicOf(kind), 'mail'));
    await this.desk.settle(tx, standing.filter((notice) => !mailed.includes(notice)).map(({ id }) => id), 'dropped', 'not-wanted');
    if (mailed.length > 0) await this.mail(tx, { reader, telling, mailed, letterId: first.id }, round);
  }

  /** What can still be said; the rest is settled with its reason. */
  private async standing(tx: Tx, notices: readonly NoticeRow[], telling: Telling): Promise<NoticeRow[]> {
    const standing: NoticeRow[] = [];
    for (const notice of notices) {
      const silent = telling.silent.get(notice.id) ?? (isReminder(notice.kind) && !(await this.desk.mayRemind(tx, notice)) ? 'reminded-today' : undefined);
      if (silent === undefined) standing.push(notice);
      else await this.desk.settle(tx, [notice.id], 'dropped', silent);
    }
    return standing;
  }

  private async ring(tx: Tx, standing: readonly NoticeRow[], choices: readonly Choice[], round: Round): Promise<void> {
    const shown = standing.filter(({ kind, personId, shownAt }) => personId && !shownAt && travelsBy(kind, 'bell') && wants(choices, topicOf(kind), 'bell'));
    await this.desk.show(tx, shown.map(({ id }) => id));
    for (const { personId } of shown) if (personId) round.rung.add(personId);
  }

  private async mail(tx: Tx, { reader, telling, mailed, letterId }: { reader: Reader; telling: Telling; mailed: readonly NoticeRow[]; letterId: string }, round: Round): Promise<void> {
    if (!round.lineIsUp) return this.desk.postpone(tx, mailed, false);
    const mail = await this.compose(tx, { reader, telling, mailed });
    try {
      await this.mailer.send({ ...mail, messageId: `notice-${letterId}` });
      await this.desk.settle(tx, mailed.map(({ id }) => id), 'sent');
      await this.undelivered.forget(tx, reader);
    } catch (error) {
      await this.failed(tx, { reader, mailed, error }, round);
    }
  }

  private async compose(tx: Tx, { reader, telling, mailed }: { reader: Reader; telling: Telling; mailed: readonly NoticeRow[] }): Promise<Mail> {
    const { subject, blocks, calendar } = await telling.compose(mailed);
    const topic = mailed.map(({ kind }) => topicOf(kind)).find((told) => canStop(told, 'mail'));
    const stop = await this.readers.stoppingLink(tx, reader, topic ?? 'offers');
    return {
      to: reader.email,
      letter: letter(reader.language, subject, [...blocks, ...closing(reader.language, { about: mailed[0]?.about ?? 'meeting', topic, link: stop })]),
      ...(calendar ? { calendar } : {}),
      ...(topic ? { unsubscribe: stop } : {}),
    };
  }

  private async failed(tx: Tx, { reader, mailed, error }: { reader: Reader; mailed: readonly NoticeRow[]; error: unknown }, round: Round): Promise<void> {
    const refusal = mailRefusal(error);
    const [first] = mailed;
    const ids = mailed.map(({ id }) => id);
    if (refusal === 'line') round.lineIsUp = false;
    this.logger.warn({ err: error, refusal, noticeId: first?.id }, 'a letter could not be handed over');
    if (refusal === 'address' || refusal === 'letter') await this.undelivered.goOn(tx, mailed);
    if (refusal === 'address' && first) {
      await this.undelivered.note(tx, reader, first);
      return this.desk.settle(tx, ids, 'failed', 'address');
    }
    if (refusal === 'letter') return this.desk.settle(tx, ids, 'failed', 'refused');
    return refusal === 'line' && !this.desk.isTooOld(mailed) ? this.desk.postpone(tx, mailed, false) : this.desk.postponeOrGiveUp(tx, mailed);
  }
}
