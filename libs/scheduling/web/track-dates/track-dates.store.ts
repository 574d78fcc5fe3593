import { inject, Injectable, signal } from '@angular/core';
import { ApiClient, ApiError } from '@cohorte/platform/web';
import type { CallOf } from '@cohorte/platform/contract';
import {
  cancelTrackPoll, changeTrackRules, type CombinationsView, decideTrackDates, extendTrackPoll, listCombinations, type MeetingRule, openTrackPoll, readTrackDates, readTrackLink, remindTrackPoll, type TrackPollView,
} from '@cohorte/scheduling/contract';
import type { TrackDates } from './track-plan';

/** The dates of one track as its page shows them. */
@Injectable()
export class TrackDatesStore {
  private readonly api = inject(ApiClient);
  private readonly shown = signal<TrackDates | undefined>(undefined);
  private readonly weighed = signal<CombinationsView | undefined>(undefined);
  private readonly failed = signal<unknown>(undefined);
  private cohortId = '';
  readonly page = this.shown.asReadonly();
  readonly combinations = this.weighed.asReadonly();
  readonly failure = this.failed.asReadonly();

  open(cohortId: string): Promise<void> {
    this.cohortId = cohortId;
    this.shown.set(undefined);
    this.weighed.set(undefined);
    return this.reload();
  }

  /** What is already shown stays while the line is down; it goes when the reader may no longer see it. */
  async reload(): Promise<void> {
    const asked = this.cohortId;
    this.failed.set(undefined);
    try {
      const page = await this.api.call(readTrackDates, { cohortId: asked });
      const weighed = isUnderWay(page.current) ? await this.api.call(listCombinations, { trackPollId: page.current.id }) : undefined;
      if (asked !== this.cohortId) return;
      this.weighed.set(weighed);
      this.shown.set(page);
    } catch (failure) {
      if (asked !== this.cohortId) return;
      if (failure instanceof ApiError && failure.kind === 'not-found') this.shown.set(undefined);
      if (!this.shown()) this.failed.set(failure);
    }
  }

  async ask(opening: CallOf<typeof openTrackPoll>): Promise<void> {
    await this.api.call(openTrackPoll, opening);
    await this.reload();
  }

  /** Answers the new deadline. */
  async extend(closesAt: string): Promise<string> {
    const extended = await this.api.call(extendTrackPoll, { trackPollId: this.pollId(), closesAt });
    await this.reload();
    return extended.closesAt;
  }

  async remind(): Promise<number> {
    const { reminded } = await this.api.call(remindTrackPoll, { trackPollId: this.pollId() });
    await this.reload();
    return reminded;
  }

  async linkOf(participantId: string): Promise<string> {
    return (await this.api.call(readTrackLink, { trackPollId: this.pollId(), participantId })).link;
  }

  async changeRules(rules: readonly MeetingRule[]): Promise<void> {
    await this.api.call(changeTrackRules, { trackPollId: this.pollId(), version: this.version(), rules: [...rules] });
    await this.reload();
  }

  async decide(kept: readonly { meetingId: string; slotId: string }[]): Promise<void> {
    await this.api.call(decideTrackDates, { trackPollId: this.pollId(), version: this.version(), kept: [...kept] });
    await this.reload();
  }

  async cancel(): Promise<void> {
    await this.api.call(cancelTrackPoll, { trackPollId: this.pollId() });
    await this.reload();
  }

  private pollId(): string {
    return this.shown()?.current?.id ?? '';
  }

  private version(): number {
    return this.shown()?.current?.version ?? 0;
  }
}

/** Nothing is kept yet, or not everything. */
export const isUnderWay = (poll: TrackPollView | null): poll is TrackPollView => poll !== null && (poll.state === 'open' || poll.state === 'closed');

/** Someone else changed it since it was read: what is shown must be read anew. */
export const isChangedMeanwhile = (failure: unknown): boolean =>
  failure instanceof ApiError && (failure.code === 'scheduling.changed-meanwhile' || failure.code === 'scheduling.track-poll-over' || failure.code === 'scheduling.poll-decided');
