import { appConfig, readEnvironment } from '@cohorte/platform/server';
import { welcome } from './welcome';

const urls = { appUrl: 'postgresql://a:b@db.example:5432/cohorte', ownerUrl: '', journalUrl: '', jobsUrl: '' };
const config = (env: Record<string, string>) => appConfig(readEnvironment({ DATA_DIR: '/nowhere/data', ...env }), urls, 'x'.repeat(32));
const people = [{ email: 'anim@demo.example', name: 'Claire Lemarchand', role: 'animatrice' }];

describe('the welcome', () => {
  it('says the address, the demo people, how to sign in, where mails are read and where data lies', () => {
    const text = welcome(config({}), people);
    expect(text).toContain('http://127.0.0.1:4200');
    expect(text).toContain('anim@demo.example  Claire Lemarchand, animatrice');
    expect(text).toContain('http://127.0.0.1:4200/courrier');
    expect(text).toContain('/nowhere/data, and the database on db.example:5432');
  });

  it('names no demo people without the demo', () => {
    expect(welcome(config({ DEMO: '0' }), people)).not.toContain('anim@demo.example');
  });

  it('never prints a password', () => {
    const text = welcome(config({ SMTP_URL: 'smtp://user:hush@mail.example:587' }), people);
    expect(text).toContain('leave through mail.example:587');
    expect(text).not.toContain('hush');
    expect(text).not.toContain(':b@');
  });
});
