import { Controller } from '@nestjs/common';
import * as z from 'zod';
import { endpoint, type Principal } from '../../contract';
import { Clock, FixedClock } from '../clock';
import { Database } from '../database/database';
import { Implements } from '../http/implements';
import { letter, paragraph } from '../mail/letter';
import { Mailer } from '../mail/mailer';
import { createTestApp, type TestApp } from './test-app';

const whoAndWhen = endpoint({ method: 'GET', path: '/who-and-when', summary: 'For this spec', input: z.strictObject({}), output: z.object({ person: z.string(), at: z.string() }) });

@Controller()
class WhoController {
  constructor(private readonly clock: Clock) {}

  @Implements(whoAndWhen)
  tell(actor: Principal) {
    return Promise.resolve({ person: actor.personId, at: this.clock.now().toISOString() });
  }
}

describe('an application on a database of its own', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ controllers: [WhoController], actor: null, clock: new FixedClock(new Date('2024-10-17T12:00:00Z')) });
  });

  afterAll(() => app.close());

  it('acts as whom the spec says, at the time the spec says', async () => {
    expect((await app.request('GET', '/api/who-and-when')).status).toBe(401);
    app.actAs({ personId: '01900000-0000-7000-8000-000000000001' });
    const answer = await app.request('GET', '/api/who-and-when');
    expect(answer).toMatchObject({ status: 200, body: { person: '01900000-0000-7000-8000-000000000001', at: '2024-10-17T12:00:00.000Z' } });
  });

  it('keeps letters where the mailbox shows them', async () => {
    await app.get(Mailer).send({ to: 'somebody@demo.example', letter: letter('fr', 'Bonjour', [paragraph('Code 123 456')]) });
    const { body } = await app.request('GET', '/api/mailbox?to=somebody@demo.example');
    expect(body).toMatchObject({ letters: [{ to: 'somebody@demo.example', subject: 'Bonjour', text: expect.stringContaining('123 456') as string }] });
  });

  it('runs as a role that row-level security holds back', async () => {
    await expect(app.get(Database).assertHeldByRowSecurity()).resolves.toBeUndefined();
  });

  it('shares nothing with another application', async () => {
    const other = await createTestApp({ actor: null });
    expect((await other.request('GET', '/api/mailbox')).body).toEqual({ letters: [] });
    await other.close();
  });
});
