import type { AttendanceList, MarkedState } from '@cohorte/meetings/contract';

export interface QueuedMark {
  readonly id: string;
  readonly key: string;
  readonly state: MarkedState;
  readonly at: string;
}

const keyOf = (meetingId: string): string => `cohorte.person.attendance.${meetingId}`;

function readKept(storage: Storage | null, meetingId: string): QueuedMark[] {
  try {
    const kept = JSON.parse(storage?.getItem(keyOf(meetingId)) ?? '[]') as unknown;
    return Array.isArray(kept) ? (kept as QueuedMark[]) : [];
  } catch {
    return [];
  }
}

/** Marks not acknowledged yet, kept on this device until they are: a room without network keeps its list. */
export class MarkQueue {
  private marks: QueuedMark[];

  constructor(
    private readonly storage: Storage | null,
    private readonly meetingId: string,
  ) {
    this.marks = readKept(storage, meetingId);
  }

  get waiting(): readonly QueuedMark[] {
    return this.marks;
  }

  add(mark: QueuedMark): void {
    this.marks = [...this.marks, mark];
    this.keep();
  }

  /** What the server has said yes to leaves the queue; what was tapped meanwhile stays. */
  acknowledged(sent: readonly QueuedMark[]): void {
    const done = new Set(sent.map(({ id }) => id));
    this.marks = this.marks.filter(({ id }) => !done.has(id));
    this.keep();
  }

  /** The list as it will be once everything arrived. */
  over(list: AttendanceList): AttendanceList {
    const last = new Map(this.marks.map((mark) => [mark.key, mark.state]));
    return { ...list, lines: list.lines.map((line) => ({ ...line, state: last.get(line.key) ?? line.state })) };
  }

  private keep(): void {
    try {
      if (this.marks.length > 0) this.storage?.setItem(keyOf(this.meetingId), JSON.stringify(this.marks));
      else this.storage?.removeItem(keyOf(this.meetingId));
    } catch {
      // A browser that refuses to store still holds the marks while the page is open.
    }
  }
}
