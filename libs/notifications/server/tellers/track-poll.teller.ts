import { type TrackLetterFacts, type TrackLetterParticipant, TrackPollReader } from '@cohorte/scheduling/server';
import { Config, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { NoticeRow } from '../notices/notice-row';
import { AskedLetters, type AskedMoment, firstKind, silenceOf } from './asked';
import { DatesTold, tellsDate } from './dates-told';
import { type BellFacts, type ComposedLetter, type Reader, silentOf, Teller, type Telling } from './teller';

interface Moment extends AskedMoment {
  readonly track: TrackLetterFacts;
  readonly participant: TrackLetterParticipant | null;
}

/** Tells of the dates of a whole track, asked at once: one letter for all its meetings. */
@Injectable()
export class TrackPollTeller extends Teller {
  readonly about = 'track-poll';

  constructor(
    private readonly tracks: TrackPollReader,
    private readonly asked: AskedLetters,
    private readonly dates: DatesTold,
    private readonly config: Config,
  ) {
    super();
  }

  async tell(tx: Tx, reader: Reader, notices: readonly NoticeRow[]): Promise<Telling> {
    const track = await this.tracks.letterFacts(tx, notices[0]?.aboutId ?? '');
    if (!track) return silentOf(notices, () => 'gone');
    const standingId = notices.find((notice) => notice.standingId)?.standingId;
    const at = {
      track,
      state: track.state,
      participant: standingId ? await this.tracks.participant(tx, standingId) : null,
      mayBeAsked: await this.asked.mayBeAsked(tx, reader, track.spaceId),
      mayDecide: await this.asked.mayDecideIn(reader.personId, track),
      dates: await this.dates.behind(tx, notices),
    };
    return { ...silentOf(notices, (notice) => silenceOf(notice, at)), compose: (wanted) => Promise.resolve(this.compose(reader, at, wanted)) };
  }

  async shownTo(tx: Tx, personId: string, trackPollIds: readonly string[]): Promise<Map<string, BellFacts>> {
    const shown = new Map<string, BellFacts>();
    for (const trackPollId of trackPollIds) {
      const track = await this.tracks.letterFacts(tx, trackPollId);
      if (track && (await this.asked.mayBeAsked(tx, { personId }, track.spaceId))) shown.set(trackPollId, { title: track.cohortName, when: track.closesAt, zone: track.zone, path: track.path });
    }
    return shown;
  }

  async keepersOf(tx: Tx, trackPollId: string): Promise<string[]> {
    return [...((await this.tracks.letterFacts(tx, trackPollId))?.ownerIds ?? [])];
  }

  private compose(reader: Reader, { track, participant, dates }: Moment, wanted: readonly NoticeRow[]): ComposedLetter {
    const link = `${this.config.value.publicUrl}${participant?.path ?? track.path}`;
    const ofDates = wanted.filter(tellsDate);
    if (ofDates.length > 0) return dates.write(reader, ofDates, { title: track.cohortName, link });
    const slots = track.meetings.map(({ number, title, slots: spans }) => ({ title: `${number}. ${title}`, spans }));
    return this.asked.write(reader, firstKind(wanted), { ofTrack: true, title: track.cohortName, note: '', until: track.closesAt, zone: track.zone, count: slots.length, slots, link });
  }
}
