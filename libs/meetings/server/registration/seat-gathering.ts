import type { SeatTurns } from './seat-turns';

/** So many are decided together at most: enough that a burst passes in a few moments, few enough that the lock is let go of between them. */
export const groupMost = 100;

interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Requests for one meeting that come while others are decided wait here, in their order, and are decided together when their turn comes. Whoever
 * comes alone waits for nobody; each gets an answer, or a refusal, of their own.
 */
export class SeatGathering<Request, Answer> {
  private readonly open = new Map<string, Waiting<Request, Answer>[]>();

  constructor(
    private readonly turns: SeatTurns,
    private readonly decide: (meetingId: string, requests: readonly Request[]) => Promise<PromiseSettledResult<Answer>[]>,
  ) {}

  ask(meetingId: string, request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const one = { request, resolve, reject };
      const group = this.open.get(meetingId);
      if (group && group.length < groupMost) group.push(one);
      else this.begin(meetingId, one);
    });
  }

  private begin(meetingId: string, first: Waiting<Request, Answer>): void {
    const group = [first];
    this.open.set(meetingId, group);
    void this.turns.take(meetingId, () => this.serve(meetingId, group));
  }

  private async serve(meetingId: string, group: readonly Waiting<Request, Answer>[]): Promise<void> {
    if (this.open.get(meetingId) === group) this.open.delete(meetingId);
    try {
      const answers = await this.decide(meetingId, group.map(({ request }) => request));
      group.forEach(({ resolve, reject }, place) => {
        const answer = answers[place];
        if (answer?.status === 'fulfilled') resolve(answer.value);
        else reject(answer?.reason);
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
