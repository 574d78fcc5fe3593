import { Image } from '@tiptap/extension-image';
import type { Editor } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import { isAllowedImage } from '../contract/document-schema';

export interface PictureWords {
  /** «Cette image n’a pas de description». */
  readonly missing: string;
  readonly describe: string;
}

/** Said under a picture that nobody described; only a text being written shows it. */
function reminder(editor: Editor, words: PictureWords, describe: () => void): HTMLElement {
  const { ownerDocument } = editor.view.dom;
  const line = ownerDocument.createElement('p');
  line.className = 'co-undescribed';
  line.contentEditable = 'false';
  line.append(`${words.missing} `);
  const button = ownerDocument.createElement('button');
  button.type = 'button';
  button.textContent = words.describe;
  // The keyboard presses Enter on the picture itself: a stop in the middle of the text would stand in the way of the page.
  button.tabIndex = -1;
  button.addEventListener('click', describe);
  line.append(button);
  return line;
}

interface DraftPictureOptions {
  readonly words: PictureWords;
  /** The picture under the selection is to be described. */
  readonly described: () => void;
}

/** A picture of this draft, with a reminder below it until it is described or said to be decorative. */
export const draftImage = ({ words, described }: DraftPictureOptions) =>
  Image.extend({
    parseHTML: () => [{ tag: 'img[src]', getAttrs: (element) => (isAllowedImage(element.getAttribute('src')) ? null : false) }],
    addNodeView: () => ({ node, editor, getPos, HTMLAttributes }) => {
      const dom = editor.view.dom.ownerDocument.createElement('div');
      dom.className = `co-picture ${typeof HTMLAttributes['class'] === 'string' ? HTMLAttributes['class'] : ''}`.trim();
      for (const [name, value] of Object.entries(HTMLAttributes)) if (name.startsWith('data-')) dom.setAttribute(name, String(value));
      const image = editor.view.dom.ownerDocument.createElement('img');
      const describe = (): void => {
        const position = getPos();
        if (position !== undefined) editor.commands.setNodeSelection(position);
        described();
      };
      let shown = node;
      const draw = (): void => {
        for (const name of ['src', 'title', 'width', 'height']) {
          const value: unknown = shown.attrs[name];
          if (value === null || value === undefined || (name === 'src' && !isAllowedImage(value))) image.removeAttribute(name);
          else image.setAttribute(name, String(value));
        }
        const alt: unknown = shown.attrs['alt'];
        image.alt = typeof alt === 'string' ? alt : '';
        dom.replaceChildren(image, ...(alt === null ? [reminder(editor, words, describe)] : []));
      };
      draw();
      return {
        dom,
        ignoreMutation: () => true,
        stopEvent: (event) => (event.target as Element).closest('button') !== null,
        update: (next) => {
          // A proposal changes how the whole picture looks: it is drawn anew.
          if (next.type !== shown.type || next.attrs['proposal'] !== shown.attrs['proposal']) return false;
          shown = next;
          draw();
          return true;
        },
      };
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('describePicture'),
        props: {
          handleKeyDown: (view, event) => {
            const { selection } = view.state;
            if (event.key !== 'Enter' || !view.editable || !(selection instanceof NodeSelection) || selection.node.type.name !== 'image') return false;
            described();
            return true;
          },
        },
      }),
    ],
  });
