import { Extension, Mark } from '@tiptap/core';
import type { AnyExtension } from '@tiptap/core';
import { readBlockProposal, stampOf, suggestionKey } from '../../contract/suggestions/suggestion';

/** How whoever proposes is called and coloured; null while unknown. */
export type AuthorOf = (personId: string) => { readonly name: string; readonly tint: string } | null;

type Attributes = Record<string, unknown>;

const drawn = (attrs: Attributes, authorOf: AuthorOf, classes: readonly string[]): Record<string, string> => {
  const stamp = stampOf(attrs);
  const author = stamp && authorOf(stamp.person);
  return {
    class: [...classes, `co-by-${author?.tint ?? 'slate'}`].join(' '),
    ...(stamp ? { 'data-proposal': suggestionKey(stamp) } : {}),
    ...(author ? { title: author.name } : {}),
  };
};

/** Read from the document only: what is pasted never brings anybody's proposals. */
const held = (names: readonly string[]) => () =>
  Object.fromEntries(names.map((name) => [name, { default: null, parseHTML: () => null, renderHTML: () => ({}) }]));

/** Marks that may lie over each other: two people may strike the same word. */
const overlapping = { inclusive: false, excludes: '', keepOnSplit: false, spanning: true } as const;

const insertion = (authorOf: AuthorOf): AnyExtension =>
  Mark.create({
    name: 'insertion',
    ...overlapping,
    addAttributes: held(['id', 'person', 'at', 'role']),
    renderHTML: ({ mark }) => ['ins', drawn(mark.attrs, authorOf, ['co-insertion', ...(typeof mark.attrs['role'] === 'string' ? [`co-role-${mark.attrs['role']}`] : [])]), 0],
  });

const deletion = (authorOf: AuthorOf): AnyExtension =>
  Mark.create({
    name: 'deletion',
    ...overlapping,
    addAttributes: held(['id', 'person', 'at']),
    // Struck words that are copied are words, not words crossed out.
    parseHTML: () => [{ tag: 'del.co-deletion', skip: true, priority: 100 }],
    renderHTML: ({ mark }) => ['del', drawn(mark.attrs, authorOf, ['co-deletion']), 0],
  });

const modification = (authorOf: AuthorOf): AnyExtension =>
  Mark.create({
    name: 'modification',
    ...overlapping,
    addAttributes: held(['id', 'person', 'at', 'mark', 'change', 'href']),
    renderHTML: ({ mark }) => [
      'span', drawn(mark.attrs, authorOf, ['co-modification', `co-${mark.attrs['change'] === 'remove' ? 'remove' : 'add'}-${String(mark.attrs['mark'])}`]), 0,
    ],
  });

const blockProposals = (authorOf: AuthorOf): AnyExtension =>
  Extension.create({
    name: 'blockProposals',
    addGlobalAttributes: () => [
      {
        types: [
          'paragraph', 'heading', 'bulletList', 'orderedList', 'taskList', 'listItem', 'taskItem', 'table', 'tableRow', 'blockquote', 'callout',
          'horizontalRule', 'image', 'hardBreak', 'mention', 'footnote', 'tableOfContents',
        ],
        attributes: {
          proposal: {
            default: null,
            keepOnSplit: false,
            parseHTML: () => null,
            renderHTML: (attrs: Attributes) => {
              const proposal = readBlockProposal(attrs['proposal']);
              return proposal ? { ...drawn({ ...proposal }, authorOf, ['co-restyled']), 'data-becomes': proposal.target } : {};
            },
          },
        },
      },
    ],
  });

/** How pending proposals stand in the text and look. */
export const suggestionExtensions = (authorOf: AuthorOf): AnyExtension[] => [insertion(authorOf), deletion(authorOf), modification(authorOf), blockProposals(authorOf)];
