import type { DocumentNode, OutlineSection } from '@cohorte/drafts/contract';
import { seedBlocks, wordCount } from '@cohorte/drafts/contract';
import type { AgendaPart } from '../meeting/agenda';

/** Headings a long agenda may bring before the list itself tires its readers. */
const mostHeadings = 40;

const section = (part: AgendaPart): OutlineSection => ({
  id: `part-${part.id}`,
  title: part.title,
  ...(part.kind === 'groups' ? { sections: part.groups.map((group) => ({ id: `group-${group.id}`, title: group.title })) } : {}),
});

/** The first text of the minutes: in short, a heading for each part of the agenda, then what was decided and who does what. */
export function minutesDocument(agenda: readonly AgendaPart[]): DocumentNode {
  const parts = agenda.filter((part) => part.kind !== 'break' && part.kind !== 'welcome').slice(0, mostHeadings);
  return seedBlocks({
    sections: [
      { id: 'summary', title: 'En bref' },
      ...(parts.length > 0 ? parts.map(section) : [{ id: 'discussed', title: 'Ce que nous avons abordé' }]),
      { id: 'decided', title: 'Décisions', blocks: [{ type: 'bulletList', items: [''] }] },
      { id: 'to-do', title: 'Actions', blocks: [{ type: 'table', headers: ['Action', 'Qui', 'Pour quand'], rows: [['', '', '']] }] },
    ],
  });
}

/** Words its headings bring by themselves are no minutes yet: something must have been written. */
export const hasText = (words: number, agenda: readonly AgendaPart[]): boolean => words > wordsOf(minutesDocument(agenda));

function wordsOf(node: DocumentNode): number {
  return (node.content ?? []).reduce((sum, child) => sum + wordsOf(child), wordCount(node.text ?? ''));
}
