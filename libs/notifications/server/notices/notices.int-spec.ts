import { personErased } from '@cohorte/identity/server';
import { minutesPublished, replayPublished } from '@cohorte/meetings/server';
import { newId } from '@cohorte/platform/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Notice } from '../../contract';
import { ForgettingListener } from '../listening/forgetting.listener';
import { ToldCohort } from '../notifications.fixtures';
import { NotificationsPersonalData } from '../notifications-personal-data';

let told: ToldCohort;
let meetingId: string;
let spaceId: string;
let nora: { personId: string; email: string; name: string };

beforeAll(async () => {
  told = await ToldCohort.build(new Date('2026-01-05T08:00:00Z'));
  spaceId = told.place.cohortId;
  meetingId = await told.meetings.aMeeting(told.place.animator, spaceId, { title: 'Rencontre 2', audience: 'space', startsAt: '2026-01-20T13:00:00Z' });
});
afterAll(() => told?.close());

const as = async (personId: string) => told.app.actAs(await told.meetings.networks.actor(personId));
interface Page {
  notices: Notice[];
  unread: number;
  next: string | null;
}
const list = async (query = '') => (await told.app.request('GET', `/api/notices${query}`)).body as Page;
const post = async <T>(path: string, body: object = {}) => (await told.app.request('POST', `/api/notices/${path}`, body)).body as T;

beforeEach(async () => {
  await told.emptied();
  nora = await told.member('Nora');
  await told.tell(minutesPublished, { meetingId, spaceId });
  await told.post();
  await told.tell(replayPublished, { meetingId, spaceId });
  await told.post();
  await as(nora.personId);
});

describe('the bell', () => {
  it('tells what happened, newest first, by the name its meeting has now, and where it leads', async () => {
    await told.sql(`UPDATE meetings_meeting SET title = 'Rencontre deux' WHERE id = $1`, [meetingId]);
    const { notices, unread } = await list();
    expect(unread).toBe(2);
    expect(notices).toMatchObject([
      { kind: 'replay', title: 'Rencontre deux', path: `/rencontres/${meetingId}`, isRead: false },
      { kind: 'minutes', title: 'Rencontre deux', isRead: false },
    ]);
    await told.sql(`UPDATE meetings_meeting SET title = 'Rencontre 2' WHERE id = $1`, [meetingId]);
  });

  it('is filtered and leafed through', async () => {
    expect((await list('?topic=minutes')).notices.map(({ kind }) => kind)).toEqual(['minutes']);
    const first = await list('?limit=1');
    expect(first.notices.map(({ kind }) => kind)).toEqual(['replay']);
    const second = await list(`?limit=1&before=${first.next}`);
    expect(second.notices.map(({ kind }) => kind)).toEqual(['minutes']);
    expect(second.next).toBeNull();
  });

  it('is read, one by one and all at once, and can be unread again', async () => {
    const [newest] = (await list()).notices;
    expect(await post('reading', { noticeIds: [newest?.id], isRead: true })).toEqual({ unread: 1 });
    expect((await list('?unreadOnly=true')).notices.map(({ kind }) => kind)).toEqual(['minutes']);
    const done = await post<{ unread: number; noticeIds: string[] }>('all-read');
    expect([done.unread, done.noticeIds.length]).toEqual([0, 1]);
    expect(await post('reading', { noticeIds: done.noticeIds, isRead: false })).toEqual({ unread: 1 });
  });

  it('shows, counts and marks nothing of anybody else', async () => {
    const theirs = (await list()).notices.map(({ id }) => id);
    const paul = await told.member('Paul');
    await as(paul.personId);
    expect(await list()).toEqual({ notices: [], unread: 0, next: null });
    expect(await post('reading', { noticeIds: [...theirs, newId()], isRead: true })).toEqual({ unread: 0 });
    await as(nora.personId);
    expect((await list()).unread).toBe(2);
  });

  it('leaves out, and does not count, what the person may not read any more', async () => {
    await told.leaves(nora.personId);
    expect(await list()).toMatchObject({ notices: [], unread: 0 });
    expect((await told.app.request('GET', '/api/notices/unread')).body).toEqual({ unread: 0 });
  });

  it('is for people with an account', async () => {
    told.app.actAs(null);
    expect((await told.app.request('GET', '/api/notices')).status).toBe(401);
    expect((await told.app.request('GET', '/api/notices/unread')).status).toBe(401);
  });
});

describe('personal data', () => {
  it('leave with the person, and go with them', async () => {
    expect(await told.app.get(NotificationsPersonalData).personalDataOf(nora.personId)).toMatchObject({ notices: [{ kind: 'minutes', mail: 'sent' }, { kind: 'replay' }], preferences: [] });
    await told.app.request('PUT', '/api/notice-preferences', { topic: 'minutes', channel: 'bell', wanted: false });
    await told.tell(personErased, { personId: nora.personId });
    await told.hear();
    expect(await told.app.get(NotificationsPersonalData).personalDataOf(nora.personId)).toEqual({ notices: [], preferences: [] });
    expect(await told.sql('SELECT 1 FROM notifications_reader WHERE recipient = $1', [nora.personId])).toEqual([]);
  });

  it('are forgotten half a year after they were dealt with, and no sooner', async () => {
    const kept = async () => Number((await told.sql<{ n: string }>('SELECT count(*) AS n FROM notifications_notice WHERE person_id = $1', [nora.personId]))[0]?.n);
    told.later(179 * 86_400_000);
    await told.app.get(ForgettingListener).forgetOld();
    expect(await kept()).toBe(2);
    told.later(2 * 86_400_000);
    await told.app.get(ForgettingListener).forgetOld();
    expect(await kept()).toBe(0);
    told.clock.set(new Date('2026-01-05T09:00:00Z'));
  });
});
