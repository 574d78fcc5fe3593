import { inject, Injectable, signal } from '@angular/core';
import { bell, countNotices } from '@cohorte/notifications/contract';
import { ApiClient, RealtimeClient } from '@cohorte/platform/web';

/** Between two announcements: a busy morning must not talk over what one is doing. */
const quietMs = 60_000;
/** Several changes at once are one question to the server. */
const gatherMs = 300;

/** How many notices wait, on every page: asked once, and again when the server says that something changed. */
@Injectable({ providedIn: 'root' })
export class BellStore {
  private readonly api = inject(ApiClient);
  private readonly live = inject(RealtimeClient);
  private readonly count = signal(0);
  private readonly arrived = signal(0);
  private readonly turns = signal(0);
  private spokenAt = 0;
  private asking: ReturnType<typeof setTimeout> | undefined;
  private known = false;

  readonly unread = this.count.asReadonly();
  /** How many are new since this page spoke last; 0 says nothing. */
  readonly said = this.arrived.asReadonly();
  /** Rises when lists that are shown should be asked for again. */
  readonly changes = this.turns.asReadonly();

  /** Listens until the returned function is called. */
  follow(): () => void {
    const leave = [this.live.on(bell, 'changed', () => this.askSoon()), this.live.onOnline(() => this.askSoon())];
    this.askSoon();
    return () => {
      clearTimeout(this.asking);
      leave.forEach((stop) => stop());
    };
  }

  /** What an answer of the server said on its way. */
  set(unread: number): void {
    this.known = true;
    this.count.set(unread);
  }

  private askSoon(): void {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => void this.ask(), gatherMs);
  }

  private async ask(): Promise<void> {
    const answer = await this.api.call(countNotices, {}).catch(() => undefined);
    if (!answer) return;
    this.announce(answer.unread - this.count());
    this.set(answer.unread);
    this.turns.update((turn) => turn + 1);
  }

  private announce(more: number): void {
    if (!this.known || more <= 0 || Date.now() - this.spokenAt < quietMs) return;
    this.spokenAt = Date.now();
    this.arrived.set(more);
  }
}
