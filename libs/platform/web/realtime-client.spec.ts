import { TestBed } from '@angular/core/testing';
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

  beforeEach(() => {
    jest.useFakeTimers();
    socket = new FakeSocket();
    TestBed.configureTestingModule({ providers: [{ provide: OPEN_SOCKET, useValue: () => socket as unknown as Socket }] });
    client = TestBed.inject(RealtimeClient);
    client.connect();
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
});
