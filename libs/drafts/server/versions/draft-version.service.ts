import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import { Clock, Database, newId } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { wordCount } from '../../contract';
import type { DraftContribution, DraftVersion, LineAuthor, VersionComparison, VersionMoment, VersionText } from '../../contract';
import { textOf } from '../projections/draft-text';
import type { Turns } from './draft-turns';
import { DraftVersionReplays } from './draft-version-replays';
import { DraftVersionQueries } from './draft-version.queries';
import type { Session, VersionMark } from './draft-version.queries';
import { DraftService } from '../draft.service';
import { versionHtml } from './version-html';
import { VersionPlan } from './version-plan';
import type { VersionReplay } from './version-replay';
import { contributionsIn, countsBetween, Stretches } from './version-tally';
import type { Counts } from './version-tally';
import { VersionWalk } from './version-walk';
import type { LineShares, VersionNode } from './version-walk';

const versionsAtOnce = 40;

/** What a draft was at any position of its journal, and who made it so. */
@Injectable()
export class DraftVersionService {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftService,
    private readonly queries: DraftVersionQueries,
    private readonly replays: DraftVersionReplays,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, draftId: string, before?: number) {
    await this.drafts.allowed(actor, draftId, 'history');
    const marks = await this.queries.marks(draftId);
    const { head, sessions, counts } = await this.replays.with(draftId, async (replay, turns) => {
      const found = await this.queries.sessions(draftId, replay.seq);
      const stretches = new Stretches(found.map(({ upto }) => upto));
      return { head: replay.seq, sessions: found, counts: await countsBetween(replay, stretches, turns) };
    });
    const all = sessions.map((session, index) => toVersion(session, counts[index], marks.filter(({ seq }) => seq === session.upto)));
    const earlier = all.filter(({ seq }) => before === undefined || seq < before).reverse();
    const versions = earlier.slice(0, versionsAtOnce);
    const people = await this.queries.people(versions.flatMap(({ writers, namedBy }) => (namedBy ? [...writers, namedBy] : writers)));
    return { head, versions, people, next: earlier.length > versions.length ? (versions.at(-1)?.seq ?? null) : null };
  }

  /** The text at a position, or as it stands. */
  async read(actor: Actor, draftId: string, seq?: number): Promise<VersionText> {
    await this.drafts.allowed(actor, draftId, 'history');
    const marks = await this.queries.marks(draftId);
    const text = await this.replays.with(draftId, async (replay, turns) => {
      const at = existing(replay, seq ?? replay.seq);
      const walk = new VersionWalk(replay, at, at);
      const blocks = await blocksOf(walk, replay, turns);
      const words = wordCount(textOf({ type: 'doc', content: blocks }));
      const plan = new VersionPlan(replay, walk, at, at).blocks();
      return { version: momentOf(replay, at, marks), head: replay.seq, html: [...blocks, ...plan].map(versionHtml).join(''), words, lines: walk.lines.map(authorsOf) };
    });
    return { ...text, people: await this.queries.people(text.lines.flatMap((line) => line.flatMap(({ personId }) => personId ?? []))) };
  }

  /** What changed between two positions, in whichever order they are asked. */
  async compare(actor: Actor, draftId: string, { from, to }: { from: number; to?: number | undefined }): Promise<VersionComparison> {
    await this.drafts.allowed(actor, draftId, 'history');
    const marks = await this.queries.marks(draftId);
    const { writers, ...compared } = await this.replays.with(draftId, async (replay, turns) => {
      const [one, other] = [existing(replay, from), existing(replay, to ?? replay.seq)];
      const [older, newer] = [Math.min(one, other), Math.max(one, other)];
      const walk = new VersionWalk(replay, older, newer);
      const blocks = [...(await blocksOf(walk, replay, turns)), ...new VersionPlan(replay, walk, older, newer).blocks()];
      const counts = (await countsBetween(replay, new Stretches([older, newer]), turns))[1];
      return {
        from: momentOf(replay, older, marks), to: momentOf(replay, newer, marks), head: replay.seq, html: blocks.map(versionHtml).join(''), changes: walk.changes,
        wordsAdded: counts?.added ?? 0, wordsRemoved: counts?.removed ?? 0, writers: [...new Set(blocks.flatMap(changersIn))],
      };
    });
    return { ...compared, people: await this.queries.people(writers) };
  }

  async contributions(actor: Actor, draftId: string): Promise<DraftContribution[]> {
    await this.drafts.allowed(actor, draftId, 'history');
    const found = await this.replays.with(draftId, async (replay, turns) => {
      const sessions = await this.queries.sessions(draftId, replay.seq);
      return contributionsIn(replay, new Stretches(sessions.map(({ upto }) => upto)), turns);
    });
    const names = new Map((await this.queries.people(found.map(({ personId }) => personId))).map(({ personId, name }) => [personId, name]));
    return found.map((one) => ({ ...one, name: names.get(one.personId) ?? '' }));
  }

  /** Names a position, or gives it another name; without one, the text as it stands. */
  async name(actor: Actor, { draftId, seq, name }: { draftId: string; seq?: number | undefined; name: string }) {
    return this.database.transaction(actor, async (tx) => {
      const draft = await this.drafts.allowedIn(tx, actor, draftId, 'history');
      const at = seq ?? draft.seq;
      if (at > draft.seq) throw unknown();
      const mark: VersionMark = { seq: at, kind: 'named', name, createdBy: actor.personId, restores: null };
      await this.queries.mark(tx, draftId, { ...mark, id: newId(), createdAt: this.clock.now() });
      return { seq: at, name };
    });
  }

  async unname(actor: Actor, draftId: string, seq: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await this.drafts.allowedIn(tx, actor, draftId, 'history');
      await this.queries.unname(tx, draftId, seq);
    });
  }
}

export const unknown = (): AppError => new AppError('not-found', 'drafts.version-unknown');

export function existing(replay: VersionReplay, seq: number): number {
  if (seq < 1 || seq > replay.seq) throw unknown();
  return seq;
}

async function blocksOf(walk: VersionWalk, replay: VersionReplay, turns: Turns): Promise<VersionNode[]> {
  const blocks: VersionNode[] = [];
  for (const block of walk.blocks(replay.content)) {
    blocks.push(block);
    await turns.pause();
  }
  return blocks;
}

const changersIn = (node: VersionNode): string[] => [...(node.change?.personId ? [node.change.personId] : []), ...(node.content ?? []).flatMap(changersIn)];

function authorsOf(shares: LineShares): LineAuthor[] {
  const whole = [...shares.values()].reduce((sum, { characters }) => sum + characters, 0);
  return [...shares]
    .map(([personId, { characters, last }]) => ({ personId, share: characters / whole, lastAt: new Date(last).toISOString() }))
    .sort((one, other) => other.share - one.share);
}

const nameAt = (seq: number, marks: readonly VersionMark[]): VersionMark | undefined => marks.find((mark) => mark.seq === seq && mark.kind === 'named');

const momentOf = (replay: VersionReplay, seq: number, marks: readonly VersionMark[]): VersionMoment => ({
  seq, at: new Date(replay.timeOf(seq)).toISOString(), name: nameAt(seq, marks)?.name ?? null,
});

function toVersion(session: Session, counts: Counts | undefined, marks: readonly VersionMark[]): DraftVersion {
  const { upto, startedAt, endedAt, writers } = session;
  return {
    ...marked(upto, marks),
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    writers: [...writers],
    wordsAdded: counts?.added ?? 0,
    wordsRemoved: counts?.removed ?? 0,
  };
}

/** A restoration stays one when it is also given a name. */
function marked(seq: number, marks: readonly VersionMark[]): Pick<DraftVersion, 'seq' | 'kind' | 'name' | 'namedBy' | 'restores'> {
  const { name, createdBy: namedBy } = nameAt(seq, marks) ?? { name: null, createdBy: null };
  const restored = marks.find(({ kind }) => kind === 'restored');
  const [first] = marks;
  const kind = restored ? 'restored' : name !== null ? 'named' : (first?.kind ?? 'auto');
  return { seq, kind, name, namedBy, restores: restored?.restores ?? null };
}
