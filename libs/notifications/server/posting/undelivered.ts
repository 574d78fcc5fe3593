import { Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { Notices } from '../notices/notices';
import type { NoticeRow } from '../notices/notice-row';
import type { Reader } from '../tellers/teller';
import { Tellers } from '../tellers/tellers';

/** Remembers addresses that refuse letters for good, and tells those who run the thing the letter was about. */
@Injectable()
export class Undelivered {
  constructor(
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly tellers: Tellers,
  ) {}

  async note(tx: Tx, reader: Reader, notice: NoticeRow): Promise<void> {
    await tx.query('INSERT INTO notifications_undelivered (address, failed_at) VALUES ($1, $2) ON CONFLICT (address) DO UPDATE SET failed_at = EXCLUDED.failed_at', [reader.email, this.clock.now()]);
    const keepers = (await this.tellers.of(notice.about).keepersOf(tx, notice.aboutId)).filter((personId) => personId !== reader.personId);
    await this.notices.write(tx, {
      kind: 'undelivered',
      about: notice.about,
      aboutId: notice.aboutId,
      // Once for an address and a thing, however many letters about it fail.
      occasion: `undelivered:${notice.aboutId}:${reader.email}`,
      facts: { address: reader.email },
      to: keepers.map((personId) => ({ personId, email: '', name: '' })),
    });
  }

  /** What these letters asked must not wait for somebody who cannot have read them. */
  async goOn(tx: Tx, notices: readonly NoticeRow[]): Promise<void> {
    for (const notice of notices) await this.tellers.of(notice.about).unreached(tx, notice);
  }

  async forget(tx: Tx, { email }: Reader): Promise<void> {
    await tx.query('DELETE FROM notifications_undelivered WHERE address = $1', [email]);
  }
}
