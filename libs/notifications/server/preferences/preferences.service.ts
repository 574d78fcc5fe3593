import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, systemActor } from '@cohorte/platform/contract';
import { Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { canStop, type Choice, type NoticePreference, type NoticeTopic, preferenceTable, type setPreference } from '../../contract';
import { Readers } from '../posting/readers';

const put = `
  INSERT INTO notifications_preference (recipient, topic, channel, wanted, updated_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (recipient, topic, channel) DO UPDATE SET wanted = EXCLUDED.wanted, updated_at = EXCLUDED.updated_at`;

/** «a***@chu.example»: enough to recognise one’s own address, too little to learn someone else’s. */
const veiled = (email: string): string => email.replace(/^(.).*(?=@)/u, '$1***');

export interface Stopping {
  readonly address: string;
  readonly preferences: NoticePreference[];
}

/** What people want to be told, set from their profile or from a mailed link. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readers: Readers,
  ) {}

  list(actor: Actor): Promise<NoticePreference[]> {
    return this.database.transaction(systemActor('notifications'), async (tx) => preferenceTable(await this.choices(tx, actor.personId)));
  }

  set(actor: Actor, { topic, channel, wanted }: InputOf<typeof setPreference>): Promise<NoticePreference[]> {
    if (!wanted && !canStop(topic, channel)) throw new AppError('conflict', 'notifications.cannot-stop');
    return this.database.transaction(systemActor('notifications'), async (tx) => {
      await tx.query(put, [actor.personId, topic, channel, wanted, this.clock.now()]);
      return preferenceTable(await this.choices(tx, actor.personId));
    });
  }

  /** What a mailed link shows: nothing changes by looking. */
  view(token: string): Promise<Stopping> {
    return this.database.transaction(systemActor('notifications'), async (tx) => this.show(tx, await this.behind(tx, token)));
  }

  stop(token: string, topic: NoticeTopic, wanted: boolean): Promise<Stopping> {
    if (!wanted && !canStop(topic, 'mail')) throw new AppError('conflict', 'notifications.cannot-stop');
    return this.database.transaction(systemActor('notifications'), async (tx) => {
      const reader = await this.behind(tx, token);
      await tx.query(put, [reader.recipient, topic, 'mail', wanted, this.clock.now()]);
      return this.show(tx, reader);
    });
  }

  private async behind(tx: Tx, token: string): Promise<NonNullable<Awaited<ReturnType<Readers['behind']>>>> {
    const reader = await this.readers.behind(tx, token);
    if (!reader) throw new AppError('not-found', 'notifications.link-unknown');
    return reader;
  }

  private async show(tx: Tx, { email, personId }: { email: string; personId: string | null }): Promise<Stopping> {
    const table = preferenceTable(await this.readers.choicesOf(tx, { email, personId }));
    return { address: veiled(email), preferences: table.filter(({ channel }) => channel === 'mail') };
  }

  private async choices(tx: Tx, personId: string): Promise<Choice[]> {
    const email = await this.readers.emailOf(tx, personId);
    return this.readers.choicesOf(tx, { personId, email });
  }
}
