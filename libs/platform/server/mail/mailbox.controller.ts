import { Controller } from '@nestjs/common';
import { AppError, type Acting, type InputOf, systemActor } from '../../contract';
import { emptyMailbox, type Letter, listLetters } from '../../contract/mailbox.contract';
import { Config } from '../config';
import { Database } from '../database/database';
import { Implements } from '../http/implements';

interface LetterRow extends Pick<Letter, 'headers' | 'attachments'> {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  sent_at: Date;
  message_id: string | null;
}

const shown = 'SELECT id, recipient, subject, body, sent_at, message_id, headers, attachments FROM platform_mailbox WHERE $1::text IS NULL OR recipient = $1 ORDER BY sent_at DESC, id DESC LIMIT 100';

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
      tx.query<LetterRow[]>(shown, [input.to ?? null]),
    );
    return { letters: rows.map(({ id, recipient, subject, body, sent_at: at, message_id: messageId, headers, attachments }) => ({ id, to: recipient, subject, text: body, sentAt: at.toISOString(), messageId, headers, attachments })) };
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
