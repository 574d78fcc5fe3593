import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer';
import { systemActor } from '../../contract';
import { Clock } from '../clock';
import { Config } from '../config';
import { Database } from '../database/database';
import { newId } from '../ids';
import type { Letter } from './letter';
import { letterHtml } from './letter-html';
import { letterText } from './letter-text';

/** What a calendar program does with the letter; `ics` is the whole file. */
export interface MailedCalendar {
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  readonly ics: string;
}

export interface Mail {
  readonly to: string;
  readonly letter: Letter;
  /** Stable for one letter, so that a repeated attempt is the same letter for the reader's mail program. */
  readonly messageId?: string;
  readonly calendar?: MailedCalendar;
  /** Where one press stops letters of this kind (RFC 8058): the same address shows a page to GET. */
  readonly unsubscribe?: string;
}

const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim();
/** A mail server that drips keeps nobody waiting longer than this. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

function headersOf({ unsubscribe }: Mail): Record<string, string> {
  return unsubscribe ? { 'List-Unsubscribe': `<${oneLine(unsubscribe).replaceAll(/[<>\s]/g, encodeURIComponent)}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {};
}

/** Sends letters: by SMTP when `SMTP_URL` is set, otherwise into the mailbox page of this machine. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    const { smtpUrl } = config.value;
    this.transport = smtpUrl ? nodemailer.createTransport({ url: smtpUrl, pool: true, maxConnections: 3, ...patience }) : undefined;
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  async send(mail: Mail): Promise<void> {
    const html = await letterHtml(mail.letter);
    const text = letterText(mail.letter);
    const written = { subject: oneLine(mail.letter.subject), html, text, headers: headersOf(mail) };
    if (this.transport) await this.transport.sendMail(this.envelope(mail, written));
    else await this.keep(mail, written);
  }

  private envelope({ to, messageId, calendar }: Mail, written: SendMailOptions): SendMailOptions {
    return {
      ...written,
      from: this.config.value.mailFrom,
      // An object, so that a comma in an address never makes two.
      to: { name: '', address: oneLine(to) },
      // A machine wrote it: nobody's absence needs to answer.
      headers: { ...(written.headers as Record<string, string>), 'Auto-Submitted': 'auto-generated' },
      ...(messageId ? { messageId: `<${oneLine(messageId)}@cohorte>` } : {}),
      // As an alternative with its method, and as a file: some mail programs see the one, some the other.
      ...(calendar ? { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.ics } } : {}),
    };
  }

  /** The mailbox keeps one letter per Message-ID, as mail programs show one. */
  private keep({ to, messageId, calendar }: Mail, { subject, html, text, headers }: SendMailOptions): Promise<unknown> {
    const attachments = calendar ? [{ filename: 'invite.ics', contentType: `text/calendar; charset=utf-8; method=${calendar.method}`, text: calendar.ics }] : [];
    return this.database.transaction(systemActor('mail'), (tx) =>
      tx.query(
        `INSERT INTO platform_mailbox (id, recipient, subject, html, body, sent_at, message_id, headers, attachments) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (message_id, recipient) DO UPDATE SET subject = excluded.subject, html = excluded.html, body = excluded.body, headers = excluded.headers, attachments = excluded.attachments`,
        [newId(), oneLine(to), subject, html, text, this.clock.now(), messageId ?? null, JSON.stringify(headers), JSON.stringify(attachments)],
      ),
    );
  }
}
