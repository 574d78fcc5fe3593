import { People } from '@cohorte/identity/server';
import { Clock, Config, mailTokenHash, mailTokenOf, newId, newMailNonce, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { Choice } from '../../contract';
import type { NoticeRow } from '../notices/notice-row';
import type { Reader } from '../tellers/teller';

/** What the tokens of these mailed links are for. */
const purpose = 'notifications.unsubscribe';

/** What a person's choices are kept under: their account, or the address alone for guests, who may share it. */
const choicesKey = ({ personId, email }: Pick<Reader, 'personId' | 'email'>): string => personId ?? email;

/** Who reads letters: where to write to them, what they want, and the link by which they stop. */
@Injectable()
export class Readers {
  constructor(
    private readonly people: People,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Nobody, when the account was erased meanwhile. */
  async readerOf(tx: Tx, { personId, address, name, facts }: NoticeRow): Promise<Reader | null> {
    if (!personId) return address ? { personId: null, email: address, name: name ?? '', language: facts['language'] === 'en' ? 'en' : 'fr' } : null;
    const [contact] = await this.people.contactsOf(tx, [personId]);
    return contact ? { personId, email: contact.email, name: contact.name, language: contact.language } : null;
  }

  async emailOf(tx: Tx, personId: string): Promise<string> {
    return (await this.people.contactsOf(tx, [personId]))[0]?.email ?? '';
  }

  /** What they chose with their account; what they chose as a guest, by a mailed link, holds until then. */
  async choicesOf(tx: Tx, reader: Pick<Reader, 'personId' | 'email'>): Promise<Choice[]> {
    const rows = await tx.query<(Choice & { recipient: string })[]>('SELECT recipient, topic, channel, wanted FROM notifications_preference WHERE recipient = ANY ($1)', [
      [...new Set([choicesKey(reader), reader.email])],
    ]);
    const own = rows.filter(({ recipient }) => recipient === choicesKey(reader));
    const asGuest = rows.filter((row) => row.channel === 'mail' && !own.some(({ topic, channel }) => topic === row.topic && channel === row.channel));
    return [...own, ...(reader.personId ? asGuest : [])];
  }

  /** The address behind which one kind of letter stops; the same for every letter to one reader. */
  async stoppingLink(tx: Tx, reader: Reader, topic: string): Promise<string> {
    const { secret, publicUrl } = this.config.value;
    const recipient = choicesKey(reader);
    const made = { id: newId(), nonce: newMailNonce() };
    await tx.query('INSERT INTO notifications_reader (id, recipient, nonce, token_hash, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (recipient) DO NOTHING', [
      made.id, recipient, made.nonce, mailTokenHash(mailTokenOf(secret, purpose, made)), this.clock.now(),
    ]);
    const [row] = await tx.query<{ id: string; nonce: string }[]>('SELECT id, nonce FROM notifications_reader WHERE recipient = $1', [recipient]);
    return `${publicUrl}/desinscription/${mailTokenOf(secret, purpose, row ?? made)}?genre=${topic}`;
  }

  /** Whose choices a mailed link opens: a person's id or a guest's address; nothing for a link that was never made. */
  async behind(tx: Tx, token: string): Promise<{ recipient: string; email: string; personId: string | null } | null> {
    const [row] = await tx.query<{ recipient: string }[]>('SELECT recipient FROM notifications_reader WHERE token_hash = $1', [mailTokenHash(token)]);
    if (!row) return null;
    if (row.recipient.includes('@')) return { ...row, email: row.recipient, personId: null };
    const [contact] = await this.people.contactsOf(tx, [row.recipient]);
    return contact ? { ...row, email: contact.email, personId: contact.id } : null;
  }
}
