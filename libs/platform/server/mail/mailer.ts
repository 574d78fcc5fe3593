import { Injectable } from '@nestjs/common';
import { convert } from 'html-to-text';
import mjml2html from 'mjml';
import nodemailer, { type Transporter } from 'nodemailer';
import { systemActor } from '../../contract';
import { Clock } from '../clock';
import { Config } from '../config';
import { Database } from '../database/database';
import { newId } from '../ids';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** MJML source; the text part is made from it. */
  readonly mjml: string;
  /** Stable for one letter, so that a repeated attempt is the same letter for the reader's mail program. */
  readonly messageId?: string;
}

const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ').trim();

/** Sends letters: by SMTP when `SMTP_URL` is set, otherwise into the mailbox page of this machine. */
@Injectable()
export class Mailer {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    const { smtpUrl } = config.value;
    this.transport = smtpUrl ? nodemailer.createTransport(smtpUrl) : undefined;
  }

  async send(mail: Mail): Promise<void> {
    const { html } = await mjml2html(mail.mjml, { validationLevel: 'strict' });
    const text = convert(html, { wordwrap: 78, selectors: [{ selector: 'a', options: { hideLinkHrefIfSameAsText: true } }, { selector: 'img', format: 'skip' }] });
    const letter = { from: this.config.value.mailFrom, to: oneLine(mail.to), subject: oneLine(mail.subject), html, text };
    if (this.transport) await this.transport.sendMail({ ...letter, ...(mail.messageId ? { messageId: `<${mail.messageId}@cohorte>` } : {}) });
    else await this.keep(letter);
  }

  private keep(letter: { to: string; subject: string; html: string; text: string }): Promise<unknown> {
    return this.database.transaction(systemActor('mail'), (tx) =>
      tx.query('INSERT INTO platform_mailbox (id, recipient, subject, html, body, sent_at) VALUES ($1, $2, $3, $4, $5, $6)', [
        newId(),
        letter.to,
        letter.subject,
        letter.html,
        letter.text,
        this.clock.now(),
      ]),
    );
  }
}
