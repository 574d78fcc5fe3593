import { TestBed } from '@angular/core/testing';
import type { Channel } from '@cohorte/platform/contract';
import { Emitter } from '@socket.io/component-emitter';
import type { Socket } from 'socket.io-client';
import { OPEN_SOCKET, RealtimeClient } from './realtime-client';

/** As much of the library's socket as the client looks at. */
class FakeSocket extends Emitter<Record<string, (...args: never[]) => void>, Record<string, (...args: unknown[]) => void>> {
  connected = false;
  /** Whether the library will try again by itself. */
  active = false;
  attempts = 0;

  connect(): void {
    this.attempts += 1;
  }
}

describe('the live connection', () => {
  let socket: FakeSocket;
  let client: RealtimeClient;

  beforeEach(async () => {
    jest.useFakeTimers();
    socket = new FakeSocket();
    TestBed.configureTestingModule({ providers: [{ provide: OPEN_SOCKET, useValue: () => Promise.resolve(socket as unknown as Socket) }] });
    client = TestBed.inject(RealtimeClient);
    client.connect();
    await jest.advanceTimersByTimeAsync(0);
  });
  afterEach(() => jest.useRealTimers());

  const turnedAway = (message: string, active = false): void => {
    socket.active = active;
    socket.emit('connect_error', new Error(message));
    jest.advanceTimersByTime(5_000);
  };

  it('turned away while the database was down, knocks again', () => {
    turnedAway('platform.internal');
    expect([client.status(), socket.attempts]).toEqual(['connecting', 2]);
  });

  it('leaves it to the library where the library tries again itself', () => {
    turnedAway('xhr poll error', true);
    expect([client.status(), socket.attempts]).toEqual(['connecting', 1]);
  });

  it('of someone who is signed out stays closed', () => {
    turnedAway('platform.sign-in-needed');
    expect([client.status(), socket.attempts]).toEqual(['signed-out', 1]);
  });

  it('ended by the server, is opened again', () => {
    socket.emit('disconnect', 'io server disconnect');
    jest.advanceTimersByTime(5_000);
    expect(socket.attempts).toBe(2);
  });

  it('is heard by those who listened before it was there, until they stop', () => {
    const heard: number[] = [];
    const word = { name: 'poll', up: {}, down: { said: {} } } as unknown as Channel;
    const stop = client.on(word, 'said', (payload) => heard.push(payload as number));
    socket.emit('poll:said', 1);
    stop();
    socket.emit('poll:said', 2);
    expect(heard).toEqual([1]);
  });
});

describe('a page whose network went before it could speak to the server', () => {
  it('asks again, hears what it listened to from the start, and connects once', async () => {
    jest.useFakeTimers();
    const socket = new FakeSocket();
    const asked = jest.fn().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValue(socket);
    TestBed.configureTestingModule({ providers: [{ provide: OPEN_SOCKET, useValue: asked }] });
    const client = TestBed.inject(RealtimeClient);
    const heard: unknown[] = [];
    client.on({ name: 'poll', up: {}, down: { said: {} } } as unknown as Channel, 'said', (payload) => heard.push(payload));
    client.connect();
    await jest.advanceTimersByTimeAsync(4_000);
    socket.emit('poll:said', 1);
    expect([asked.mock.calls.length, socket.attempts, heard]).toEqual([2, 1, [1]]);
    jest.useRealTimers();
  });
});
