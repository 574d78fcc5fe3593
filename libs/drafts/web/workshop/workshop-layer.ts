import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { SectionHeading } from '../../contract/workshop/workshop-sections';
import type { Workshop } from '../../contract/workshop/workshop';
import type { LateLayer } from '../late-layer';
import { marksOf, signsAt } from './workshop-marks';
import type { PassageSigns, SectionMark } from './workshop-marks';

export interface WorkshopLayerNeeds {
  readonly workshop: () => Workshop | null;
  readonly me: () => string;
  /** What stands beside a heading. */
  readonly wordsOf: (mark: SectionMark) => string;
  /** Something was typed in a section kept still by someone: it was not taken. */
  readonly refused: (signs: PassageSigns) => void;
  /** Something was typed in a section given to another group. */
  readonly elsewhere: (signs: PassageSigns) => void;
}

/** A top-level block, and which heading it stands under. */
interface Block {
  readonly node: Node;
  readonly at: number;
  readonly under: number;
}

function blocksOf(doc: Node): { blocks: Block[]; headings: SectionHeading[] } {
  const headings: SectionHeading[] = [];
  const blocks: Block[] = [];
  doc.forEach((node, at) => {
    if (node.type.name === 'heading') headings.push({ id: node.attrs['id'] as string | null, level: node.attrs['level'] as number });
    blocks.push({ node, at, under: headings.length - 1 });
  });
  return { blocks, headings };
}

/** Where a change touches the text as it was: marks and attributes change it without moving anything. */
function touched(transaction: Transaction): { from: number; to: number }[] {
  return transaction.steps.flatMap((step, index) => {
    const back = new Mapping(transaction.mapping.maps.slice(0, index)).invert();
    const found: { from: number; to: number }[] = [];
    step.getMap().forEach((from, to) => found.push({ from, to }));
    const { from, to, pos } = step as unknown as { from?: number; to?: number; pos?: number };
    if (found.length === 0) found.push({ from: from ?? pos ?? 0, to: to ?? pos ?? 0 });
    return found.map((range) => ({ from: back.map(range.from), to: back.map(range.to) }));
  });
}

/** The workshop over the text: badges beside headings, one's own section set off, sections kept still. */
export class WorkshopLayer implements LateLayer {
  constructor(private readonly needs: WorkshopLayerNeeds) {}

  draw(state: EditorState): DecorationSet {
    const workshop = this.needs.workshop();
    if (!workshop) return DecorationSet.empty;
    const marks = marksOf(workshop, this.needs.me());
    const { blocks, headings } = blocksOf(state.doc);
    const signs = headings.map((_, index) => signsAt(headings, index, workshop, this.needs.me()));
    return DecorationSet.create(state.doc, blocks.flatMap((block) => this.decorations(block, signs[block.under], marks)));
  }

  allows(transaction: Transaction, state: EditorState): boolean {
    const workshop = this.needs.workshop();
    if (!workshop) return true;
    const { blocks, headings } = blocksOf(state.doc);
    const concerned = touched(transaction).flatMap((range) => blocks.filter(({ at, node }) => at < range.to + 1 && at + node.nodeSize > range.from));
    const signs = concerned.map((block) => signsAt(headings, block.under, workshop, this.needs.me()));
    const still = signs.find(({ lock }) => lock !== null);
    if (still) this.needs.refused(still);
    else {
      const other = signs.find(({ group }) => group && !this.isMine(group.people));
      if (other) this.needs.elsewhere(other);
    }
    return !still;
  }

  private isMine(people: readonly { readonly personId: string }[]): boolean {
    return people.some(({ personId }) => personId === this.needs.me());
  }

  private decorations({ node, at }: Block, signs: PassageSigns | undefined, marks: ReadonlyMap<string, SectionMark>): Decoration[] {
    const classes = [signs?.lock ? 'co-still' : '', signs?.group && this.isMine(signs.group.people) ? 'co-own' : ''].filter(Boolean).join(' ');
    const found = classes ? [Decoration.node(at, at + node.nodeSize, { class: classes })] : [];
    const mark = node.type.name === 'heading' ? marks.get(node.attrs['id'] as string) : undefined;
    if (!mark) return found;
    const words = this.needs.wordsOf(mark);
    return [...found, Decoration.widget(at + node.nodeSize - 1, () => badge(words, mark), { side: 1, key: `${words}:${mark.isMine}:${mark.isStill}`, ignoreSelection: true })];
  }
}

function badge(words: string, mark: SectionMark): HTMLElement {
  const element = document.createElement('span');
  element.className = `co-section-badge${mark.isMine ? ' mine' : ''}${mark.isStill ? ' still' : ''}`;
  element.contentEditable = 'false';
  element.textContent = words;
  return element;
}
