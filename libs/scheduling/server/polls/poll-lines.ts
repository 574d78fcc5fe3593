import { answerAt, type Answering, lineOf, type PollAnswer, type PollCounting, type PollLine, type Voice, voicesOf } from '../../contract';
import type { PollParticipantEntity } from './poll-participant.entity';
import type { PollSlotEntity } from './poll-slot.entity';

/** Names a grid needs, gathered once. */
export interface GridNames {
  readonly people: ReadonlyMap<string, string | null>;
  readonly structures: ReadonlyMap<string, string>;
}

type Row = Pick<PollParticipantEntity, 'id' | 'structureId' | 'required' | 'answeredAt' | 'answers'>;

/** A participant’s line in the order of the slots shown. */
export const answersOf = (row: Pick<Row, 'answers'>, slots: readonly Pick<PollSlotEntity, 'place'>[]): (PollAnswer | null)[] => slots.map((slot) => answerAt(row.answers, slot.place));

export const answeringOf = (row: Row, slots: readonly Pick<PollSlotEntity, 'place'>[]): Answering => ({
  participantId: row.id, structureId: row.structureId, required: row.required, answered: row.answeredAt !== null, answers: answersOf(row, slots),
});

interface Grid {
  readonly rows: readonly PollParticipantEntity[];
  readonly slots: readonly PollSlotEntity[];
  readonly counting: PollCounting;
  readonly me: PollParticipantEntity | null;
  /** Null when names stay hidden from this reader. */
  readonly names: GridNames | null;
}

/** The voices other than the reader, as lines: named and in the order of names, or nameless and in an order that tells nothing. */
export function linesOf({ rows, slots, counting, me, names }: Grid): PollLine[] {
  const others = rows.filter((row) => row.id !== me?.id);
  const byId = new Map(others.map((row) => [row.id, row]));
  const lines = voicesOf(others.map((row) => answeringOf(row, slots)), counting).map((voice) => lineFor(voice, byId, { counting, me, names }));
  if (names) return lines.toSorted((a, b) => Number(b.withMe) - Number(a.withMe) || (a.label ?? '\uffff').localeCompare(b.label ?? '\uffff', 'fr'));
  return lines.toSorted((a, b) => a.answers.localeCompare(b.answers)).map((line, index) => ({ ...line, id: `n${index}` }));
}

const nameOf = (row: PollParticipantEntity, names: GridNames): string | null => (row.personId ? (names.people.get(row.personId) ?? null) : row.name || null);

function lineFor(voice: Voice, byId: ReadonlyMap<string, PollParticipantEntity>, { counting, me, names }: Pick<Grid, 'counting' | 'me' | 'names'>): PollLine {
  const said = { id: voice.key, answered: voice.answered, answers: lineOf(voice.answers) };
  if (!names) return { ...said, label: null, detail: null, required: false, withMe: false };
  const people = voice.members.flatMap((id) => byId.get(id) ?? []);
  const structureId = people.map((row) => row.structureId)[0] ?? '';
  const structureName = names.structures.get(structureId) ?? null;
  const named = { ...said, required: voice.required };
  if (counting === 'people' || structureName === null) return { ...named, label: people.map((row) => nameOf(row, names))[0] ?? null, detail: structureName, withMe: false };
  const answering = people.filter((row) => row.answeredAt).flatMap((row) => nameOf(row, names) ?? []);
  return { ...named, label: structureName, detail: answering.join(', ') || null, withMe: me?.structureId === structureId };
}
