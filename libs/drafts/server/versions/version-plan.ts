import type * as Y from 'yjs';
import { planField, planLimits } from '../../contract';
import type { DocumentMark, PlanValue } from '../../contract';
import { isPlanRegister, planKey, planRecords, readPlanKey } from '../../contract/plan/plan';
import type { PlanRecord } from '../../contract/plan/plan';
import { settled } from '../../contract/plan/plan-tree';
import { projectionWords } from '../projections/draft-words';
import { standing } from './version-attributes';
import type { Piece, VersionReplay } from './version-replay';
import type { Change, VersionNode, VersionWalk } from './version-walk';

interface Register {
  readonly value: unknown;
  readonly piece: Piece;
}

/** The registers of the plan at a position, each with the row that wrote it. */
export function registersAt(replay: VersionReplay, seq: number): Map<string, Register> {
  const found = new Map<string, Register>();
  for (const [key, last] of (replay.doc.getMap(planField) as Y.Map<unknown>)._map) {
    const held = standing(replay, last, seq);
    if (held && isPlanRegister(key, held.value)) found.set(key, { value: held.value, piece: held.piece });
  }
  return found;
}

const recordsOf = (registers: ReadonlyMap<string, Register>): Map<string, PlanRecord> => planRecords([...registers].map(([key, { value }]) => [key, value] as const));

const bold: readonly DocumentMark[] = [{ type: 'bold' }];
const ownWords = new Set(['title', 'text']);

/** A field as it is read: titles and texts by themselves, anything else after its name. */
function saidOf(name: string, value: PlanValue | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  const words = Array.isArray(value) ? value.join(' · ') : String(value);
  return ownWords.has(name) ? words : `${name} : ${words}`;
}

/** The plan between two positions, written as a list below the text: what stands at either, with who changed what. */
export class VersionPlan {
  private readonly was: Map<string, PlanRecord>;
  private readonly is: Map<string, PlanRecord>;
  private readonly registers: Map<string, Register>;
  private readonly all: Map<string, PlanRecord>;
  private readonly formerly: ReadonlyMap<string, readonly string[]>;
  private readonly below: ReadonlyMap<string, readonly string[]>;

  constructor(
    private readonly replay: VersionReplay,
    private readonly walk: VersionWalk,
    from: number,
    to: number,
  ) {
    this.registers = registersAt(replay, to);
    this.was = recordsOf(registersAt(replay, from));
    this.is = recordsOf(this.registers);
    this.all = new Map([...this.was, ...this.is]);
    this.formerly = settled(this.was, planLimits.depth);
    this.below = settled(this.all, planLimits.depth);
  }

  /** Nothing where there is no plan. */
  blocks(): VersionNode[] {
    const list = this.list('');
    return list ? [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: projectionWords.plan }] }, list] : [];
  }

  private list(parent: string): VersionNode | null {
    const ids = this.below.get(parent) ?? [];
    return ids.length > 0 ? { type: 'bulletList', content: ids.map((id) => this.entry(id)) } : null;
  }

  private entry(id: string): VersionNode {
    const [was, is] = [this.was.get(id), this.is.get(id)];
    const names = new Set(['title', ...Object.keys(was?.fields ?? {}), ...Object.keys(is?.fields ?? {})]);
    const lines = [...names].map((name) => this.field(id, name)).filter((content) => content.length > 0);
    const moved = was && is ? this.moved(id) : undefined;
    const [title = [this.passage(projectionWords.untitled, this.changeOf(id, 'type'))], ...others] = lines;
    const list = this.list(id);
    const paragraphs = [title.map((node) => ({ ...node, marks: bold, ...(moved && !node.change ? { change: moved } : {}) })), ...others];
    return { type: 'listItem', content: [...paragraphs.map((content) => ({ type: 'paragraph', content })), ...(list ? [list] : [])] };
  }

  /** One field: as it stands, or what it was and what it became. */
  private field(id: string, name: string): VersionNode[] {
    const [before, after] = [saidOf(name, this.was.get(id)?.fields[name]), saidOf(name, this.is.get(id)?.fields[name])];
    if (before === after) return before === '' ? [] : [this.passage(before)];
    const nodes: VersionNode[] = [];
    if (before !== '') nodes.push(this.passage(before, this.changeOf(id, name, 'deleted')));
    if (after !== '') nodes.push(this.passage(after, this.changeOf(id, name, 'inserted')));
    return nodes;
  }

  private passage(text: string, change?: Change): VersionNode {
    return { type: 'text', text, ...(change ? { change } : {}) };
  }

  /** Whoever wrote the register last; of an entry that came or went as a whole, whoever brought it or took it away. */
  private changeOf(id: string, name: string, kind: Change['kind'] = this.is.has(id) ? 'inserted' : 'deleted'): Change | undefined {
    const [was, is] = [this.was.has(id), this.is.has(id)];
    if (was && is && name === 'type') return undefined;
    return this.said(id, was === is ? name : is ? 'type' : 'gone', kind);
  }

  private said(id: string, name: string, kind: Change['kind']): Change {
    const seq = this.registers.get(planKey(id, name))?.piece.birth.seq ?? this.replay.seq;
    return this.walk.numbered({ kind, personId: this.replay.personOf(seq), at: this.replay.timeOf(seq), number: 0 });
  }

  /** Under another parent, or elsewhere among those who stayed. */
  private moved(id: string): Change | undefined {
    const [then, now] = [this.was.get(id), this.is.get(id)];
    const hasMoved = then?.parent !== now?.parent || this.rankAmong(this.formerly, id) !== this.rankAmong(this.below, id);
    const register = this.registers.get(planKey(id, 'place'));
    return hasMoved && register && then?.order !== now?.order ? this.said(id, 'place', 'moved-here') : undefined;
  }

  private rankAmong(tree: ReadonlyMap<string, readonly string[]>, id: string): number {
    const siblings = [...tree.values()].find((ids) => ids.includes(id)) ?? [];
    return siblings.filter((one) => this.was.has(one) && this.is.has(one)).indexOf(id);
  }
}

/** A register nobody wrote says as much as one that was emptied. */
const valueOf = (registers: ReadonlyMap<string, Register>, key: string, name: string): unknown => registers.get(key)?.value ?? (name === 'gone' ? false : null);

/** What to write in the plan so that it reads as it did: entries of then come back, later ones are taken away, fields and places return. */
export function planRestoration(replay: VersionReplay, seq: number): { key: string; value: unknown }[] {
  const [then, now] = [registersAt(replay, seq), registersAt(replay, replay.seq)];
  const were = recordsOf(then);
  const later = [...recordsOf(now).keys()].filter((id) => !were.has(id)).map((id) => ({ key: planKey(id, 'gone'), value: true as unknown }));
  const returning = [...new Set([...now.keys(), ...then.keys()])].flatMap((key) => {
    const { id, name } = readPlanKey(key) as { id: string; name: string };
    const value = valueOf(then, key, name);
    return were.has(id) && JSON.stringify(value) !== JSON.stringify(valueOf(now, key, name)) ? [{ key, value }] : [];
  });
  return [...returning, ...later];
}
