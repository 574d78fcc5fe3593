import { AppError } from '@cohorte/platform/contract';
import { readUpdate } from '../../contract';
import type { PushOutcome } from '../../contract';
import type { Push, RoomBytes } from '../rooms/draft-room-ports';
import { SuggestionScratch } from './suggestion-scratch';
import type { SuggestionVerdict } from './suggestion-scratch';

/** The part of a room the lane needs. */
export interface LaneRoom {
  bytesAbove(seq: number): Promise<RoomBytes>;
  push(push: Push): Promise<PushOutcome>;
}

/** Proposals waiting for one draft before their senders are asked to slow down. */
const longestQueue = 64;
/** The copy costs a few times the draft: it goes soon after the last proposal. */
const forgottenAfterMs = 20_000;

const changesText = (): AppError => new AppError('forbidden', 'drafts.suggestion-changes-text');

/**
 * The slower lane of those who may only propose: each update is tried on a copy of the draft, one at a time, and goes to the room only
 * when the official text and the others' proposals stay as they are. The next waits until the room has answered: what is tried is what stands.
 */
class SuggestionLane {
  private scratch: SuggestionScratch | null = null;
  /** The position the copy shows. */
  private followed = 0;
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private forgetting: NodeJS.Timeout | undefined;

  constructor(private readonly room: LaneRoom) {}

  push(push: Push): Promise<PushOutcome> {
    if (this.waiting >= longestQueue) return Promise.reject(new AppError('too-many', 'drafts.too-fast'));
    this.waiting += 1;
    const pushed = this.turn.then(() => this.propose(push));
    this.turn = pushed.catch(() => undefined).finally(() => {
      this.waiting -= 1;
      this.forgetLater();
      // Others' keystrokes come between two proposals.
      return new Promise((resolve) => setImmediate(resolve));
    });
    return pushed;
  }

  private async propose(push: Push): Promise<PushOutcome> {
    // What the gate refuses is never tried: the room names the reason.
    if (!readUpdate(push.update).ok) return this.room.push(push);
    try {
      const { verdict, stateVector } = await this.tried(push);
      if (verdict === 'changes-text') throw changesText();
      const answer: PushOutcome = verdict === 'waits' ? { outcome: 'resync', stateVector } : await this.room.push(push);
      if (answer.outcome !== 'saved') this.forget();
      return answer;
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  private async tried(push: Push): Promise<{ verdict: SuggestionVerdict; stateVector: Uint8Array }> {
    const { seq, updates, stateVector } = await this.room.bytesAbove(this.scratch ? this.followed : 0);
    const scratch = (this.scratch ??= new SuggestionScratch());
    scratch.follow(updates);
    this.followed = seq;
    return { verdict: scratch.try(push.update, push.personId), stateVector };
  }

  private forgetLater(): void {
    clearTimeout(this.forgetting);
    this.forgetting = setTimeout(() => this.forget(), forgottenAfterMs).unref();
  }

  private forget(): void {
    this.scratch?.destroy();
    this.scratch = null;
  }
}

const lanes = new WeakMap<LaneRoom, SuggestionLane>();

/** Pushes what a suggester made; throws `drafts.suggestion-changes-text` when it is more than a proposal. */
export function suggestTo(room: LaneRoom, push: Push): Promise<PushOutcome> {
  const lane = lanes.get(room) ?? new SuggestionLane(room);
  lanes.set(room, lane);
  return lane.push(push);
}
