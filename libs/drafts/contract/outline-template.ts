import type { NodeName } from './document-schema';
import type { PlanRules, PlanValue } from './plan/plan';

/** A block a new draft starts with. */
export type OutlineBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'bulletList' | 'orderedList' | 'taskList'; readonly items: readonly string[] }
  | { readonly type: 'table'; readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** One section: its title is written in the draft, its guidance stays beside the text and is never exported. */
export interface OutlineSection {
  /** Becomes the heading's stable id: letters, digits, `_` and `-`. */
  readonly id: string;
  readonly title: string;
  readonly guidance?: string;
  readonly blocks?: readonly OutlineBlock[];
  readonly sections?: readonly OutlineSection[];
}

export interface OutlineTemplate {
  readonly sections: readonly OutlineSection[];
}

/** A sort of document, registered by the app: its code, the key of its name, what it starts with. */
export interface DraftKind {
  readonly code: string;
  readonly titleKey: string;
  readonly outline: OutlineTemplate;
  /** The only blocks its documents may hold; all when left out. */
  readonly nodes?: readonly NodeName[];
  /** The structured plan beside its text; without it, it has none. */
  readonly plan?: PlanRules;
  readonly planSeed?: readonly PlanSeed[];
}

/** An entry a new draft's plan starts with. */
export interface PlanSeed {
  readonly type: string;
  readonly fields?: Readonly<Record<string, PlanValue>>;
  readonly children?: readonly PlanSeed[];
}

/** What a kind's documents may hold, as the server asks of each change. */
export interface KindRules {
  /** Null: every block there is. */
  readonly nodes: ReadonlySet<string> | null;
  readonly plan: PlanRules | null;
}

export const anyKind: KindRules = { nodes: null, plan: null };

export const rulesOfKind = (kind: DraftKind | null): KindRules => (kind ? { nodes: kind.nodes ? new Set(kind.nodes) : null, plan: kind.plan ?? null } : anyKind);

/** ProseMirror's JSON, as the editor and the projections read it. */
export interface DocumentNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocumentNode[];
  readonly text?: string;
  readonly marks?: readonly DocumentMark[];
}

export interface DocumentMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

const deepestHeading = 4;

const paragraph = (text: string): DocumentNode => (text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] });

const cell = (type: 'tableHeader' | 'tableCell', text: string): DocumentNode => ({ type, content: [paragraph(text)] });

function table(headers: readonly string[], rows: readonly (readonly string[])[]): DocumentNode {
  const body = rows.map((row) => ({ type: 'tableRow', content: headers.map((_, column) => cell('tableCell', row[column] ?? '')) }));
  return { type: 'table', content: [{ type: 'tableRow', content: headers.map((title) => cell('tableHeader', title)) }, ...body] };
}

function blockNode(block: OutlineBlock): DocumentNode {
  if (block.type === 'paragraph') return paragraph(block.text);
  if (block.type === 'table') return table(block.headers, block.rows);
  const task = block.type === 'taskList';
  const items = block.items.map((text) => ({
    type: task ? 'taskItem' : 'listItem',
    ...(task ? { attrs: { checked: false } } : {}),
    content: [paragraph(text)],
  }));
  return { type: block.type, content: items };
}

function sectionNodes(section: OutlineSection, depth: number): DocumentNode[] {
  const heading: DocumentNode = {
    type: 'heading',
    attrs: { level: Math.min(depth, deepestHeading), id: section.id },
    content: [{ type: 'text', text: section.title }],
  };
  const blocks = section.blocks?.map(blockNode) ?? [];
  const below = section.sections?.flatMap((child) => sectionNodes(child, depth + 1)) ?? [];
  const room = blocks.length + below.length === 0 ? [paragraph('')] : [];
  return [heading, ...blocks, ...room, ...below];
}

/** The document a new draft of this outline starts as. */
export function seedBlocks(outline: OutlineTemplate): DocumentNode {
  const content = outline.sections.flatMap((section) => sectionNodes(section, 1));
  return { type: 'doc', content: content.length > 0 ? content : [paragraph('')] };
}

/** Guidance by heading id, for the page that shows it beside the text. */
export function guidanceOf(outline: OutlineTemplate): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (sections: readonly OutlineSection[]): void => {
    for (const section of sections) {
      if (section.guidance) found.set(section.id, section.guidance);
      visit(section.sections ?? []);
    }
  };
  visit(outline.sections);
  return found;
}
