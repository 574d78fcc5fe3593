import * as Y from 'yjs';
import { documentLimits, isNodeName } from '../../contract';
import type { ChangeKind, DocumentMark, DocumentNode } from '../../contract';
import { attributesAt, RunningMarks } from './version-attributes';
import { standsAt } from './version-replay';
import type { Piece, VersionReplay } from './version-replay';
import { childrenOf } from './version-texts';

export interface Change {
  readonly kind: ChangeKind;
  readonly personId: string | null;
  readonly at: number;
  /** What one person changed in one go has one number, for those who go from change to change; 0 inside a numbered whole. */
  readonly number: number;
}

export interface VersionNode extends DocumentNode {
  readonly content?: readonly VersionNode[];
  readonly change?: Change | undefined;
  /** Of a passage: its marks as Yjs holds them. */
  readonly held?: Readonly<Record<string, unknown>>;
  /** Place among the document's lines; only lines that stand at the second position have one. */
  readonly line?: number;
}

/** Letters of one line by who wrote them, and when last. */
export type LineShares = ReadonlyMap<string | null, { readonly characters: number; readonly last: number }>;

type Fate = 'same' | 'gone' | 'new';

/** The marks at both positions while one reads along a text, and the last one that came in between. */
interface Look {
  readonly was: RunningMarks;
  readonly is: RunningMarks;
  format: Piece | null;
}

/** The text between two positions of its journal: what stands at either, with who took away what and who brought what. */
export class VersionWalk {
  readonly lines: Map<string | null, { characters: number; last: number }>[] = [];
  changes = 0;
  private former = '';
  private nodes: number = documentLimits.projectedNodes;
  private characters: number = documentLimits.projectedCharacters;

  constructor(
    private readonly replay: VersionReplay,
    private readonly from: number,
    private readonly to: number,
  ) {}

  /** The blocks below one parent; the caller may pause between the first ones. */
  *blocks(parent: Y.XmlFragment, depth = 0): Generator<VersionNode> {
    if (depth > documentLimits.depth) return;
    for (const { type, piece } of childrenOf(this.replay, parent)) {
      if (this.nodes <= 0 || this.characters <= 0) return;
      const fate = this.fateOf(piece);
      if (!fate) continue;
      if (type instanceof Y.XmlText) yield* this.text(type);
      else yield* this.block(type, piece, fate, depth);
    }
  }

  private *block(element: Y.XmlElement, piece: Piece, fate: Fate, depth: number): Generator<VersionNode> {
    const type = element.nodeName;
    if (!isNodeName(type)) return;
    this.nodes -= 1;
    const attributes = attributesAt(this.replay, element, fate === 'gone' ? this.from : this.to);
    const isLine = fate !== 'gone' && holdsText(element);
    const line = isLine ? this.lines.push(new Map()) - 1 : undefined;
    const content = [...this.blocks(element, depth + 1)];
    const change = this.ownChange(element, piece, fate, content);
    yield {
      type,
      ...(Object.keys(attributes.values).length > 0 ? { attrs: attributes.values } : {}),
      ...(content.length > 0 ? { content } : {}),
      ...(line === undefined ? {} : { line }),
      ...(change ? { change } : {}),
    };
  }

  /** A block says what became of its words; one without words (a picture, a rule, an empty line) says it of itself. */
  private ownChange(element: Y.XmlElement, piece: Piece, fate: Fate, content: readonly VersionNode[]): Change | undefined {
    const changed = content.find((node) => node.change)?.change;
    if (fate === 'same') return this.attributeChange(element) ?? (changed && { ...changed, kind: 'changed', number: 0 });
    if (!changed) return this.numbered(this.changeOf(piece, fate, 0));
    const isOne = content.every((node) => node.change?.kind === changed.kind);
    return { ...this.changeOf(piece, fate, 0), kind: isOne ? changed.kind : 'changed' };
  }

  private attributeChange(element: Y.XmlElement): Change | undefined {
    if (this.from === this.to) return undefined;
    const [was, is] = [attributesAt(this.replay, element, this.from), attributesAt(this.replay, element, this.to)];
    if (!is.latest || is.latest.birth.seq <= this.from || JSON.stringify(sorted(was.values)) === JSON.stringify(sorted(is.values))) return undefined;
    return this.numbered({ kind: 'formatted', personId: this.replay.personOf(is.latest.birth.seq), at: this.replay.timeOf(is.latest.birth.seq), number: 0 });
  }

  /** One block with all it holds, when it stands at either position. */
  *alone(element: Y.XmlElement): Generator<VersionNode> {
    const piece = element._item && this.replay.piecesOf(element._item)[0];
    const fate = piece && this.fateOf(piece);
    if (piece && fate) yield* this.block(element, piece, fate, 0);
  }

  /** A text in passages of one fate and one look. */
  *text(text: Y.XmlText): Generator<VersionNode> {
    let held: VersionNode | null = null;
    for (const node of this.passages(text)) {
      const merged: VersionNode | null = held && merge(held, node);
      if (held && !merged) yield held;
      held = merged ?? node;
    }
    if (held) yield held;
  }

  private *passages(text: Y.XmlText): Generator<VersionNode> {
    const look: Look = { was: new RunningMarks(), is: new RunningMarks(), format: null };
    for (const item of Y.getTypeChildren(text)) {
      const { content } = item;
      const pieces = this.replay.piecesOf(item);
      if (content instanceof Y.ContentFormat && pieces[0]) this.follow(look, content, pieces[0]);
      if (!(content instanceof Y.ContentString)) continue;
      for (const piece of pieces) {
        const node = this.passage(piece, content.str.slice(piece.from - item.id.clock, piece.to - item.id.clock), look);
        if (node) yield node;
      }
    }
  }

  private follow(look: Look, content: Y.ContentFormat, piece: Piece): void {
    if (standsAt(piece, this.from)) look.was.take(content);
    if (standsAt(piece, this.to)) look.is.take(content);
    if (this.fateOf(piece) === 'new' && (look.format === null || piece.birth.seq > look.format.birth.seq)) look.format = piece;
  }

  private passage(piece: Piece, text: string, look: Look): VersionNode | null {
    const fate = this.fateOf(piece);
    if (!fate || this.characters <= 0) return null;
    this.characters -= text.length;
    if (fate !== 'gone') this.credit(piece, text.length);
    const [was, is] = [look.was.marks, look.is.marks];
    const marks = fate === 'gone' ? was : is;
    const change = fate !== 'same' ? this.numbered(this.changeOf(piece, fate, 0)) : this.formatChange(was, is, look.format);
    if (!change) this.former = '';
    return { type: 'text', text, held: (fate === 'gone' ? look.was : look.is).attributes, ...(marks.length > 0 ? { marks } : {}), ...(change ? { change } : {}) };
  }

  private formatChange(was: readonly DocumentMark[], is: readonly DocumentMark[], format: Piece | null): Change | undefined {
    if (this.from === this.to || JSON.stringify(was) === JSON.stringify(is)) return undefined;
    const seq = format?.birth.seq ?? this.to;
    return this.numbered({ kind: 'formatted', personId: this.replay.personOf(seq), at: this.replay.timeOf(seq), number: 0 });
  }

  private credit(piece: Piece, characters: number): void {
    const line = this.lines.at(-1);
    if (!line) return;
    const { personId, at } = this.replay.authorOf(piece);
    const known = line.get(personId) ?? { characters: 0, last: 0 };
    line.set(personId, { characters: known.characters + characters, last: Math.max(known.last, at) });
  }

  private fateOf(piece: Piece): Fate | null {
    const [was, is] = [standsAt(piece, this.from), standsAt(piece, this.to)];
    if (was) return is ? 'same' : 'gone';
    return is ? 'new' : null;
  }

  private changeOf(piece: Piece, fate: Fate, number: number): Change {
    const { birth, death } = piece;
    if (fate === 'gone' && death) {
      return { kind: death.moved ? 'moved-away' : 'deleted', personId: this.replay.personOf(death.seq), at: this.replay.timeOf(death.seq), number };
    }
    const wasThere = birth.how !== 'written' && birth.writtenAt <= this.from;
    if (wasThere) return { kind: birth.how === 'moved' ? 'moved-here' : 'restored', personId: this.replay.personOf(birth.seq), at: this.replay.timeOf(birth.seq), number };
    const { personId, at } = this.replay.authorOf(piece);
    return { kind: 'inserted', personId, at, number };
  }

  /** What one person did in one go is one change. */
  numbered(change: Change): Change {
    const key = `${change.kind} ${change.personId}`;
    if (key !== this.former) this.changes += 1;
    this.former = key;
    return { ...change, number: this.changes };
  }
}

const holdsText = (element: Y.XmlElement): boolean => Y.getTypeChildren(element).some(({ content }) => content instanceof Y.ContentType && content.type instanceof Y.XmlText);

const sorted = (values: Readonly<Record<string, unknown>>): [string, unknown][] => Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));

function merge(one: VersionNode, other: VersionNode): VersionNode | null {
  if (one.change?.number !== other.change?.number || JSON.stringify(one.held) !== JSON.stringify(other.held)) return null;
  const text = `${one.text ?? ''}${other.text ?? ''}`;
  return one.change && other.change ? { ...one, text, change: later(one.change, other.change) } : { ...one, text };
}

const later = (one: Change, other: Change): Change => (one.at > other.at ? one : other);
