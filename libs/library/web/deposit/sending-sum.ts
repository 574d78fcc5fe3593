import type { QueuedFile, SendingState } from './upload-queue';

/** Where a whole batch stands. */
export interface SendingSum {
  readonly count: number;
  readonly bytes: number;
  readonly sent: number;
  readonly by: Readonly<Record<SendingState, number>>;
  /** Nothing is left that could go by itself. */
  readonly isOver: boolean;
}

const none: Record<SendingState, number> = { waiting: 0, sending: 0, paused: 0, failed: 0, refused: 0, sent: 0 };

export function sumOf(files: readonly Pick<QueuedFile, 'state' | 'size' | 'sent'>[]): SendingSum {
  const by = { ...none };
  let [bytes, sent] = [0, 0];
  for (const file of files) {
    by[file.state] += 1;
    // What will not go weighs nothing on the bar.
    if (file.state === 'refused') continue;
    bytes += file.size;
    sent += Math.min(file.sent, file.size);
  }
  return { count: files.length, bytes, sent, by, isOver: files.length > 0 && by.waiting + by.sending + by.paused === 0 };
}

/** The speed of the last seconds counts: a line changes. */
const lookBackMs = 15_000;
/** Before that, a figure would only be a guess. */
const leastMs = 2_000;

/** How long the rest may take, from what went through lately. */
export class Pace {
  private readonly marks: { at: number; sent: number }[] = [];

  mark(at: number, sent: number): void {
    this.marks.push({ at, sent });
    while (this.marks.length > 2 && at - (this.marks[0]?.at ?? at) > lookBackMs) this.marks.shift();
  }

  /** Seconds left, or null when it is too early to tell or nothing moves. */
  left(bytes: number): number | null {
    const [first, last] = [this.marks[0], this.marks.at(-1)];
    if (!first || !last || last.at - first.at < leastMs || last.sent <= first.sent) return null;
    return Math.max(0, ((bytes - last.sent) * (last.at - first.at)) / (last.sent - first.sent) / 1_000);
  }

  /** A pause or a cut says nothing of the speed. */
  forget(): void {
    this.marks.length = 0;
  }
}
