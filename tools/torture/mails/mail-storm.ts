import { minutesPublished } from '@cohorte/meetings/server';
import { Config, newId, SmtpSink } from '@cohorte/platform/server';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ToldCohort } from '../../../libs/notifications/server/notifications.fixtures';
import type { Chance } from '../chance';
import { ServerNode } from '../server-node';

export interface Storm {
  readonly program: string;
  readonly mails: number;
  readonly kills: number;
  readonly chance: Chance;
  say(line: string): void;
}

export interface Aftermath {
  readonly kills: number;
  /** Every reception the mail server recorded; it never deduplicates. */
  readonly receptions: number;
  readonly missing: readonly string[];
  /** People to whom two different letters arrived. */
  readonly twice: readonly string[];
  /** Receptions beyond the first of a letter: the same Message-ID again. */
  readonly repeats: number;
  /** Letters whose row does not say «sent». */
  readonly unsettled: number;
}

const patienceMs = 180_000;
/** Between the last byte of a letter and the word that it was taken: the window in which a kill makes a repeat. */
const answersAfterMs = 12;

/** Everyone of a large cohort is told the same thing while the worker that tells them is killed again and again. */
export class MailStorm {
  private readonly addresses: string[];
  private killed = 0;

  private constructor(
    private readonly asked: Storm,
    private readonly told: ToldCohort,
    private readonly sink: SmtpSink,
    private readonly worker: ServerNode,
  ) {
    this.addresses = Array.from({ length: asked.mails }, (_, index) => `membre-${index}@grand-chu.example`);
  }

  static async build(asked: Storm): Promise<MailStorm> {
    const told = await ToldCohort.build(new Date(), { roles: ['http'] });
    const sink = await SmtpSink.open();
    sink.slowness = answersAfterMs;
    const dataDir = mkdtempSync(join(tmpdir(), 'cohorte-mails-'));
    const { database } = told.app;
    const node = { name: 'worker', program: asked.program, database, dataDir, secret: told.app.get(Config).value.secret, roles: 'worker', smtpUrl: sink.url };
    return new MailStorm(asked, told, sink, await ServerNode.start(node));
  }

  async run(): Promise<Aftermath> {
    const meetingId = await this.told.meetings.aMeeting(this.told.place.animator, this.told.place.cohortId, { title: 'Rencontre 1', audience: 'space', startsAt: '2030-01-20T13:00:00Z' });
    await this.until(async () => (await this.waiting()) === 0);
    await this.enrol();
    await this.told.tell(minutesPublished, { meetingId, spaceId: this.told.place.cohortId });
    for (let kill = 0; kill < this.asked.kills; kill += 1) await this.killAround(Math.floor((kill * this.asked.mails) / this.asked.kills));
    await this.until(async () => this.heard().size >= this.asked.mails && (await this.waiting()) === 0);
    // What would come twice has time to come.
    await wait(3_000);
    return this.aftermath(meetingId);
  }

  async close(): Promise<void> {
    await this.worker.stop();
    await this.told.close();
    await this.sink.close();
    this.worker.forget();
  }

  /** Half of the kills come in the very instant of a reception, before its sender knows of it; the others anywhere. */
  private async killAround(received: number): Promise<void> {
    await this.until(() => Promise.resolve(this.people().length >= received));
    const { chance } = this.asked;
    if (received > 0 && chance.between(0, 1) === 0) await new Promise<void>((now) => (this.sink.onReceived = now));
    else await wait(chance.between(0, 120));
    await this.worker.kill();
    this.sink.onReceived = () => undefined;
    this.killed += 1;
    this.asked.say(`kill ${this.killed} after ${this.people().length} receptions`);
    await this.worker.run();
  }

  private async enrol(): Promise<void> {
    await this.told.sql(
      `WITH made AS (INSERT INTO identity_person (id, name, email, job_title, language, created_at, updated_at)
         SELECT gen_random_uuid(), 'Membre', address, '', 'fr', now(), now() FROM unnest($1::text[]) AS address RETURNING id)
       INSERT INTO networks_membership (id, space_id, person_id, role, since) SELECT gen_random_uuid(), $2, id, 'member', now() FROM made`,
      [this.addresses, this.told.place.structureId]);
  }

  private people() {
    return this.sink.received.filter(({ to }) => to[0]?.endsWith('@grand-chu.example'));
  }

  /** Address → the Message-IDs it received, each with how often. */
  private heard(): Map<string, Map<string, number>> {
    const heard = new Map<string, Map<string, number>>();
    for (const { to, source } of this.people()) {
      const messageId = /^message-id: *(.+)$/im.exec(source)?.[1]?.trim() ?? newId();
      const letters = heard.get(to[0] ?? '') ?? new Map<string, number>();
      heard.set(to[0] ?? '', letters.set(messageId, (letters.get(messageId) ?? 0) + 1));
    }
    return heard;
  }

  private async waiting(): Promise<number> {
    const [row] = await this.told.sql<{ n: string }>(
      `SELECT (SELECT count(*) FROM platform_outbox WHERE delivered_at IS NULL) + (SELECT count(*) FROM notifications_notice WHERE mail = 'waiting') AS n`);
    return Number(row?.n);
  }

  private async aftermath(meetingId: string): Promise<Aftermath> {
    const heard = this.heard();
    const [unsettled] = await this.told.sql<{ n: string }>(`SELECT count(*) AS n FROM notifications_notice WHERE about_id = $1 AND kind = 'minutes' AND mail <> 'sent'`, [meetingId]);
    return {
      kills: this.killed,
      receptions: this.people().length,
      missing: this.addresses.filter((address) => !heard.has(address)),
      twice: [...heard].flatMap(([address, letters]) => (letters.size > 1 ? [address] : [])),
      repeats: [...heard.values()].reduce((sum, letters) => sum + [...letters.values()].reduce((more, times) => more + times - 1, 0), 0),
      unsettled: Number(unsettled?.n),
    };
  }

  private async until(isSo: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + patienceMs;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`The letters stopped: ${this.people().length} of ${this.asked.mails} received\n${this.worker.log().slice(-2_000)}`);
      await wait(20);
    }
  }
}
