import { mergeAttributes, Node } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { calloutKinds, isCalloutKind } from '../../contract/document-schema';
import type { CalloutKind } from '../../contract/document-schema';

export interface CalloutOptions {
  /** «À retenir»: shown above the text and read aloud with it. */
  word: (kind: CalloutKind) => string;
}

const kindOf = (element: HTMLElement): CalloutKind => calloutKinds.find((kind) => element.classList.contains(`co-callout-${kind}`)) ?? 'info';

/** A framed passage with a purpose; it may hold any block. */
export const CalloutNode = Node.create<CalloutOptions>({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addOptions: () => ({ word: (kind) => kind }),
  addAttributes: () => ({ kind: { default: 'info', parseHTML: kindOf, rendered: false } }),
  parseHTML: () => [{ tag: 'div.co-callout' }],
  renderHTML({ node, HTMLAttributes }) {
    const kind = isCalloutKind(node.attrs['kind']) ? node.attrs['kind'] : 'info';
    return ['div', mergeAttributes({ class: `co-callout co-callout-${kind}`, role: 'note', 'aria-label': this.options.word(kind) }, HTMLAttributes), 0];
  },
});

/** Frames the passage, changes the frame it is in, or takes that frame away when it is already of this kind. */
export function toggleCallout(editor: Editor, kind: CalloutKind): void {
  const chain = editor.chain().focus();
  if (editor.isActive('callout', { kind })) chain.lift('callout').run();
  else if (editor.isActive('callout')) chain.updateAttributes('callout', { kind }).run();
  else chain.wrapIn('callout', { kind }).run();
}
