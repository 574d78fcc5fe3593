import { mergeAttributes, Node } from '@tiptap/core';
import { isAllowedAttribute } from '../../contract/document-schema';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Someone named in the text: who it is, and the name they had then. */
export const MentionNode = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    personId: { default: null, parseHTML: (element: HTMLElement) => element.dataset['person'] ?? null, rendered: false },
    label: { default: null, parseHTML: (element: HTMLElement) => element.textContent?.replace(/^@/, '') || null, rendered: false },
  }),
  // Anything may be pasted: what the gate would refuse is words only.
  parseHTML: () => [{
    tag: 'span.co-mention[data-person]',
    getAttrs: (element) => (isAllowedAttribute('mention', 'personId', element.dataset['person']) && isAllowedAttribute('mention', 'label', element.textContent?.replace(/^@/, '')) ? null : false),
  }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { class: 'co-mention', 'data-person': text(node.attrs['personId']) }), `@${text(node.attrs['label'])}`],
  renderText: ({ node }) => `@${text(node.attrs['label'])}`,
});
