import type { DraftKind, OutlineTemplate, PlanRules } from '@cohorte/drafts/contract';
import { spaserOutline } from './spaser-outline';

/** Compte rendu: what was said, what was decided, who does what. */
const notesOutline: OutlineTemplate = {
  sections: [
    { id: 'summary', title: 'En bref', guidance: 'Trois lignes pour qui n’était pas là.' },
    { id: 'discussed', title: 'Ce que nous avons abordé', guidance: 'Un titre par point de l’ordre du jour.' },
    { id: 'decided', title: 'Ce que nous avons décidé', guidance: 'Une décision par ligne, avec sa date d’effet.', blocks: [{ type: 'bulletList', items: [''] }] },
    { id: 'to-do', title: 'À faire', guidance: 'Qui fait quoi, pour quand.', blocks: [{ type: 'taskList', items: [''] }] },
  ],
};

const synthesisOutline: OutlineTemplate = {
  sections: [
    { id: 'essential', title: 'L’essentiel', guidance: 'Une demi-page, lisible seule.' },
    { id: 'learned', title: 'Ce que nous avons appris', guidance: 'Ce qui vaut pour toutes les structures, puis ce qui les distingue.' },
    { id: 'open', title: 'Questions ouvertes', guidance: 'Ce qui reste à trancher, et par qui.' },
    { id: 'next', title: 'Suites', guidance: 'Prochaines étapes et dates.' },
  ],
};

const groupNoteOutline: OutlineTemplate = {
  sections: [
    { id: 'question', title: 'Notre question', guidance: 'Celle que le groupe a reçue, dans ses mots.' },
    { id: 'ideas', title: 'Nos idées', guidance: 'Sans trier d’abord.', blocks: [{ type: 'bulletList', items: [''] }] },
    { id: 'proposal', title: 'Ce que nous proposons', guidance: 'Deux ou trois phrases, à lire à voix haute.' },
  ],
};

/** The scheme's plan beside its text: axis, goal, action, indicator; their own fields come with the rules of the scheme. */
const spaserPlan: PlanRules = {
  types: {
    axis: { fields: { title: 'line', text: 'text' } },
    goal: { fields: { title: 'line', text: 'text' } },
    action: { fields: { title: 'line', text: 'text' } },
    indicator: { fields: { title: 'line', text: 'text' } },
  },
};

/** A page written in twenty minutes and read aloud: what a long document needs to be found one's way in is not offered. */
const groupNoteBlocks: DraftKind['nodes'] = [
  'paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'taskList', 'taskItem', 'table', 'tableRow', 'tableHeader', 'tableCell',
  'blockquote', 'callout', 'horizontalRule', 'hardBreak', 'image', 'mention',
];

/** The sorts of documents a track works with. */
export const trackDraftKinds: readonly DraftKind[] = [
  { code: 'spaser', titleKey: 'tracks.kinds.spaser', outline: spaserOutline, plan: spaserPlan },
  { code: 'notes', titleKey: 'tracks.kinds.notes', outline: notesOutline },
  { code: 'synthese', titleKey: 'tracks.kinds.synthese', outline: synthesisOutline },
  { code: 'note-de-groupe', titleKey: 'tracks.kinds.note-de-groupe', outline: groupNoteOutline, nodes: groupNoteBlocks },
];
