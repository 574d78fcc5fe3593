import type { Editor, NodeViewRendererProps } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import { isAllowedImage } from '../../contract/document-schema';

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

/** A picture in the text being written or read. */
class PictureView implements NodeView {
  readonly dom: HTMLElement;
  private readonly image: HTMLImageElement;
  private shown: DocumentNode;

  constructor(
    private readonly props: NodeViewRendererProps,
    private readonly options: DraftPictureOptions,
  ) {
    const { ownerDocument } = props.editor.view.dom;
    this.shown = props.node;
    this.image = ownerDocument.createElement('img');
    this.dom = ownerDocument.createElement('div');
    const { class: look, ...others } = props.HTMLAttributes as Record<string, unknown>;
    this.dom.className = `co-picture ${typeof look === 'string' ? look : ''}`.trim();
    for (const [name, value] of Object.entries(others)) if (name.startsWith('data-')) this.dom.setAttribute(name, String(value));
    this.draw();
  }

  update(next: DocumentNode): boolean {
    // A proposal changes how the whole picture looks: it is drawn anew.
    if (next.type !== this.shown.type || next.attrs['proposal'] !== this.shown.attrs['proposal']) return false;
    this.shown = next;
    this.draw();
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  stopEvent(event: Event): boolean {
    return (event.target as Element).closest('button') !== null;
  }

  private draw(): void {
    for (const name of ['src', 'title', 'width', 'height']) {
      const value: unknown = this.shown.attrs[name];
      if (value === null || value === undefined || (name === 'src' && !isAllowedImage(value))) this.image.removeAttribute(name);
      else this.image.setAttribute(name, String(value));
    }
    const alt: unknown = this.shown.attrs['alt'];
    this.image.alt = typeof alt === 'string' ? alt : '';
    this.dom.replaceChildren(this.image, ...(alt === null ? [reminder(this.props.editor, this.options.words, () => this.describe())] : []));
  }

  private describe(): void {
    const position = this.props.getPos();
    if (position !== undefined) this.props.editor.commands.setNodeSelection(position);
    this.options.described();
  }
}

/** Enter on a picture that is selected describes it. */
const describeByKeyboard = ({ described }: DraftPictureOptions): Plugin =>
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
  });

/** A picture of this draft, with a reminder below it until it is described or said to be decorative. */
export const draftImage = (options: DraftPictureOptions) =>
  Image.extend({
    parseHTML: () => [{ tag: 'img[src]', getAttrs: (element) => (isAllowedImage(element.getAttribute('src')) ? null : false) }],
    addNodeView: () => (props) => new PictureView(props, options),
    addProseMirrorPlugins: () => [describeByKeyboard(options)],
  });
