import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../testing/test-app';
import { SmtpSink } from '../testing/smtp-sink';
import { letter, paragraph } from './letter';
import { type Mail, Mailer } from './mailer';
import { mailRefusal } from './mail-refusal';

let sink: SmtpSink;
let app: TestApp;
let mailer: Mailer;

beforeAll(async () => {
  sink = await SmtpSink.open();
  app = await createTestApp({ actor: null, config: { smtpUrl: sink.url } });
  mailer = app.get(Mailer);
});
afterAll(async () => {
  await app?.close();
  await sink?.close();
});

const mail = (more: Partial<Mail> = {}): Mail => ({ to: 'nora@chu.example', letter: letter('fr', 'Bonjour', [paragraph('Une phrase.')]), ...more });
const sent = async (more: Partial<Mail> = {}) => {
  await mailer.send(mail(more));
  return sink.read(sink.received.length - 1);
};

describe('a letter by SMTP', () => {
  it('carries text, HTML, a Message-ID of its own and one press to stop', async () => {
    const got = await sent({ messageId: 'notice-1', unsubscribe: 'https://cohorte.example/desinscription/abc?genre=polls' });
    expect(got.messageId).toBe('<notice-1@cohorte>');
    expect(got.text).toContain('Une phrase.');
    expect(got.html).toContain('Une phrase.');
    expect(got.header('list-unsubscribe')).toBe('<https://cohorte.example/desinscription/abc?genre=polls>');
    expect(got.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(got.header('auto-submitted')).toBe('auto-generated');
  });

  it('carries a calendar as an alternative that names its method, and as a file', async () => {
    const ics = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
    await sent({ calendar: { method: 'REQUEST', ics } });
    const { source } = sink.received.at(-1) ?? { source: '' };
    expect(source).toMatch(/Content-Type: multipart\/alternative[^]*Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(source).toMatch(/Content-Disposition: attachment; filename=invite\.ics/);
  });

  it('lets no line break into a header, and makes one recipient of one address', async () => {
    const got = await sent({ to: 'a@chu.example', letter: letter('fr', 'Bonjour\r\nBcc: everybody@chu.example', [paragraph('x')]), unsubscribe: 'https://x.example/a\r\nBcc: b@c.example', messageId: 'x\r\nBcc: y@z.example' });
    expect(got.header('bcc')).toBeUndefined();
    expect(got.subject).toBe('Bonjour Bcc: everybody@chu.example');
    expect(sink.received.at(-1)?.to).toEqual(['a@chu.example']);
    await expect(mailer.send(mail({ to: 'a@chu.example, b@chu.example' }))).rejects.toThrow();
    await expect(mailer.send(mail({ to: 'a@chu.example\r\nRCPT TO:<b@chu.example>' }))).rejects.toThrow();
  });

  it('tells an address nobody has from a server that is busy', async () => {
    sink.answer = (address) => (address.startsWith('gone') ? 550 : address.startsWith('full') ? 452 : 250);
    const refusals = await Promise.all(['gone@chu.example', 'full@chu.example'].map((to) => mailer.send(mail({ to })).then(() => 'sent', mailRefusal)));
    expect(refusals).toEqual(['address', 'later']);
    expect(mailRefusal(Object.assign(new Error('nobody listens'), { code: 'ECONNECTION' }))).toBe('line');
    expect(mailRefusal(new TypeError('our own mistake'))).toBe('later');
  });
});
