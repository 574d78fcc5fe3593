import { Controller } from '@nestjs/common';
import { AppError, type Acting, type InputOf, systemActor } from '../../contract';
import { emptyMailbox, listLetters } from '../../contract/mailbox.contract';
import { Config } from '../config';
import { Database } from '../database/database';
import { Implements } from '../http/implements';

interface LetterRow {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  sent_at: Date;
}

/** Shows letters while developing; answers «introuvable» wherever real mail could pass. */
@Controller()
export class MailboxController {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  @Implements(listLetters)
  async list(_actor: Acting, input: InputOf<typeof listLetters>) {
    this.assertOpen();
    const rows = await this.database.transaction(systemActor('mail'), (tx) =>
      tx.query<LetterRow[]>('SELECT id, recipient, subject, body, sent_at FROM platform_mailbox WHERE $1::text IS NULL OR recipient = $1 ORDER BY sent_at DESC, id DESC LIMIT 100', [
        input.to ?? null,
      ]),
    );
    return { letters: rows.map((row) => ({ id: row.id, to: row.recipient, subject: row.subject, text: row.body, sentAt: row.sent_at.toISOString() })) };
  }

  @Implements(emptyMailbox)
  async empty() {
    this.assertOpen();
    await this.database.transaction(systemActor('mail'), (tx) => tx.query('DELETE FROM platform_mailbox'));
    return {};
  }

  private assertOpen(): void {
    if (!this.config.value.mailbox) throw new AppError('not-found', 'platform.not-found');
  }
}
