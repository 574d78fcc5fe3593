import { appConfig, ConfigProblem, readEnvironment } from './config';

const urls = { appUrl: '', ownerUrl: '', journalUrl: '', jobsUrl: '' };

describe('the environment', () => {
  it('needs nothing to start with', () => {
    const config = appConfig(readEnvironment({}), urls, 'x'.repeat(40));
    expect(config).toMatchObject({ publicUrl: 'http://127.0.0.1:4200', demo: true, mailbox: true, roles: ['http', 'realtime', 'worker'] });
  });

  it('tells every problem at once', () => {
    const read = () => readEnvironment({ PORT: 'four', SMTP_URL: 'mail', ROLES: 'http,cook' });
    expect(read).toThrow(ConfigProblem);
    expect(read).toThrow(/PORT[\s\S]*SMTP_URL[\s\S]*ROLES/);
  });

  it('with a database of its own needs the role that migrates and a secret that outlives the machine', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'postgres://app@db/cohorte' })).toThrow(/DATABASE_OWNER_URL[\s\S]*SECRET/);
  });

  it('never shows demo people or mails where others could come: beyond loopback, or once mail really leaves', () => {
    const seen = (env: Record<string, string>) => appConfig(readEnvironment(env), urls, 'x'.repeat(40));
    expect(seen({ HOST: '0.0.0.0' })).toMatchObject({ demo: false, mailbox: false });
    expect(seen({ SMTP_URL: 'smtp://mail.example' })).toMatchObject({ demo: false, mailbox: false });
    expect(seen({ DEMO: '0' })).toMatchObject({ demo: false, mailbox: true });
  });
});
