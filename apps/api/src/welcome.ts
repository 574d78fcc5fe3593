import type { AppConfig } from '@cohorte/platform/server';
import { existsSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Somebody of the demo whom the reader may sign in as. */
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

const signInPath = '/connexion';
const mailboxPath = '/courrier';

/** Tells whoever started the server where everything is. */
export function printWelcome(config: AppConfig, people: readonly DemoPerson[]): void {
  process.stdout.write(`${welcome(config, people)}\n`);
}

export function welcome(config: AppConfig, people: readonly DemoPerson[]): string {
  const parts = [heading(config), config.demo && people.length > 0 ? demo(config, people) : '', where(config)];
  return `\n${parts.filter(Boolean).join('\n\n')}\n`;
}

function heading({ publicUrl }: AppConfig): string {
  return `  Cohorte is ready:  ${publicUrl}\n  Ctrl-C stops it; the next start keeps everything.`;
}

function demo({ publicUrl }: AppConfig, people: readonly DemoPerson[]): string {
  const width = Math.max(0, ...people.map(({ email }) => email.length));
  const lines = people.map(({ email, name, role }) => `    ${email.padEnd(width)}  ${name}, ${role}`);
  return [
    '  Demo people:',
    ...lines,
    '',
    `  To sign in as one of them: open ${publicUrl}${signInPath}, type the address, then read the`,
    `  six-digit code in the mailbox: ${publicUrl}${mailboxPath}`,
  ].join('\n');
}

function where(config: AppConfig): string {
  const lines = [`  Sent mails:  ${mails(config)}`, `  Your data:   ${data(config)}`];
  if (config.demo) lines.push('  Without the demo, in a folder of its own:  DATA_DIR=.data-empty npm start -- --empty');
  return lines.join('\n');
}

function mails({ mailbox, publicUrl, smtpUrl }: AppConfig): string {
  if (mailbox) return `${publicUrl}${mailboxPath}`;
  return smtpUrl ? `leave through ${new URL(smtpUrl).host}` : 'kept, not sent: set SMTP_URL to send them';
}

function data({ dataDir, database }: AppConfig): string {
  const cluster = join(dataDir, 'postgres');
  if (!existsSync(cluster)) return `${short(dataDir)}, and the database on ${new URL(database.appUrl).host}`;
  return `${short(dataDir)} (the database in ${short(realpathSync(cluster))})`;
}

function short(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path && !path.startsWith('..') ? path : folder;
}
