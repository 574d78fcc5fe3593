import { mergeAttributes, Node } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { contentsOf, headingsOf } from './text-facts';

export interface ContentsOptions {
  title: string;
  empty: string;
}

/** How long after the last change the list is drawn again, in milliseconds. */
const followsAfter = 300;

/** The list of the headings as they stand. In a text being written its links are for the pointer: the outline is their twin for the keyboard. */
function draw(root: HTMLElement, editor: Editor, { title, empty }: ContentsOptions): void {
  const { ownerDocument } = root;
  const list = ownerDocument.createElement('ul');
  list.setAttribute('role', 'list');
  for (const { id, title: words, depth } of contentsOf(headingsOf(editor.state.doc))) {
    const line = ownerDocument.createElement('li');
    line.className = `co-toc-${depth}`;
    const link = ownerDocument.createElement('a');
    link.href = `#${id}`;
    link.textContent = words;
    if (editor.isEditable) link.tabIndex = -1;
    line.append(link);
    list.append(line);
  }
  root.setAttribute('aria-label', title);
  if (list.childElementCount > 0) return root.replaceChildren(list);
  const said = ownerDocument.createElement('p');
  said.textContent = empty;
  root.replaceChildren(said);
}

/** A block that shows the headings of the document, and goes where one is chosen. */
export const ContentsNode = Node.create<ContentsOptions>({
  name: 'tableOfContents',
  group: 'block',
  atom: true,
  addOptions: () => ({ title: '', empty: '' }),
  parseHTML: () => [{ tag: 'nav.co-toc' }],
  renderHTML: ({ HTMLAttributes }) => ['nav', mergeAttributes({ class: 'co-toc' }, HTMLAttributes)],
  addNodeView() {
    return ({ editor, HTMLAttributes }) => {
      const dom = editor.view.dom.ownerDocument.createElement('nav');
      for (const [name, value] of Object.entries(mergeAttributes({ class: 'co-toc' }, HTMLAttributes))) dom.setAttribute(name, String(value));
      dom.contentEditable = 'false';
      let timer: ReturnType<typeof setTimeout> | undefined;
      const redraw = (): void => draw(dom, editor, this.options);
      const soon = (): void => {
        clearTimeout(timer);
        timer = setTimeout(redraw, followsAfter);
      };
      redraw();
      editor.on('update', soon);
      return {
        dom,
        ignoreMutation: () => true,
        stopEvent: (event) => event.type === 'click' && (event.target as Element).closest('a') !== null,
        destroy: () => {
          clearTimeout(timer);
          editor.off('update', soon);
        },
      };
    };
  },
});
