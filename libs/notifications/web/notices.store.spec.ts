import { TestBed } from '@angular/core/testing';
import { countNotices, listNotices, markNotices, type Notice, readAllNotices } from '@cohorte/notifications/contract';
import { ApiClient, ApiError, RealtimeClient } from '@cohorte/platform/web';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { BellStore } from './bell.store';
import { notificationsFr } from './i18n/fr';
import { NoticesStore } from './notices.store';

const aNotice = (id: string, isRead = false): Notice => ({
  id, kind: 'minutes', about: 'meeting', aboutId: 'm', title: 'Rencontre 2', when: null, zone: 'Europe/Paris', path: '/rencontres/m', address: null, at: '2026-01-05T08:00:00.000Z', isRead,
});

/** Answers what the spec says, and keeps what was asked. */
class FakeApi {
  readonly asked: [unknown, unknown][] = [];
  answers = new Map<unknown, unknown>();

  call(declared: unknown, input: unknown): Promise<unknown> {
    this.asked.push([declared, input]);
    const answer = this.answers.get(declared);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }
}

class FakeLive {
  heard: (() => void)[] = [];
  on(_channel: unknown, _message: string, run: () => void): () => void {
    this.heard.push(run);
    return () => undefined;
  }
  onOnline(): () => void {
    return () => undefined;
  }
}

describe('the bell and its lists', () => {
  let api: FakeApi;
  let live: FakeLive;
  let store: NoticesStore;
  let bell: BellStore;
  let toasts: Toasts;

  beforeEach(async () => {
    jest.useFakeTimers();
    api = new FakeApi();
    live = new FakeLive();
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { fr: { notifications: notificationsFr } }, translocoConfig: { availableLangs: ['fr'], defaultLang: 'fr' }, preloadLangs: true })],
      providers: [NoticesStore, { provide: ApiClient, useValue: api }, { provide: RealtimeClient, useValue: live }],
    });
    [store, bell, toasts] = [TestBed.inject(NoticesStore), TestBed.inject(BellStore), TestBed.inject(Toasts)];
    api.answers.set(listNotices, { notices: [aNotice('b'), aNotice('a')], unread: 2, next: null });
    await store.show({ unreadOnly: false, topic: null });
  });
  afterEach(() => jest.useRealTimers());

  it('shows what came and how many are unread', () => {
    expect([store.notices()?.length, bell.unread(), store.hasMore()]).toEqual([2, 2, false]);
  });

  it('marks at once, and takes it back when the server could not', async () => {
    api.answers.set(markNotices, { unread: 1 });
    await store.mark(aNotice('b'), true);
    expect([store.notices()?.[0]?.isRead, bell.unread()]).toEqual([true, 1]);
    api.answers.set(markNotices, new ApiError({ kind: 'offline', code: 'platform.offline' }));
    await store.mark(aNotice('a'), true);
    expect(store.notices()?.[1]?.isRead).toBe(false);
    expect(toasts.toasts().at(-1)?.tone).toBe('problem');
  });

  it('everything read can be undone, for exactly those that were not', async () => {
    api.answers.set(readAllNotices, { unread: 0, noticeIds: ['b'] });
    await store.readAll();
    expect([bell.unread(), store.notices()?.every(({ isRead }) => isRead)]).toEqual([0, true]);
    const [toast] = toasts.toasts();
    expect(toast?.text).toBe('Une notification marquée comme lue.');
    api.answers.set(markNotices, { unread: 1 });
    if (toast) await toasts.undo(toast);
    expect(api.asked.at(-1)).toEqual([markNotices, { noticeIds: ['b'], isRead: false }]);
    expect(store.notices()?.map(({ isRead }) => isRead)).toEqual([false, true]);
  });

  it('a list that failed says so, and keeps what it showed', async () => {
    api.answers.set(listNotices, new ApiError({ kind: 'unavailable', code: 'platform.unavailable' }));
    await store.show({ unreadOnly: true, topic: null });
    expect([store.failed(), store.notices()?.length]).toEqual([true, 2]);
  });

  it('speaks of what is new, once a minute at most, and never of what was there on arrival', async () => {
    bell.follow();
    const change = async (unread: number) => {
      api.answers.set(countNotices, { unread });
      live.heard.forEach((run) => run());
      await jest.advanceTimersByTimeAsync(400);
    };
    await change(3);
    expect([bell.unread(), bell.said()]).toEqual([3, 1]);
    await change(5);
    expect([bell.unread(), bell.said()]).toEqual([5, 1]);
    await jest.advanceTimersByTimeAsync(61_000);
    await change(7);
    expect(bell.said()).toBe(2);
  });
});
