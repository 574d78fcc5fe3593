import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

export interface ImageFilesOptions {
  /** Pictures were dropped or pasted; `position` is where, or null for the caret. */
  received: (files: readonly File[], position: number | null) => void;
}

const picturesIn = (data: DataTransfer | null): File[] => [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));

/** Pictures dropped on the text, or pasted from a screen copy. Text copied along with a picture of itself (Word, Excel) stays text. */
export const ImageFiles = Extension.create<ImageFilesOptions>({
  name: 'imageFiles',
  addOptions: () => ({ received: () => undefined }),
  addProseMirrorPlugins() {
    const { received } = this.options;
    return [
      new Plugin({
        key: new PluginKey('imageFiles'),
        props: {
          handlePaste: (view, event) => {
            const files = picturesIn(event.clipboardData);
            const isText = event.clipboardData?.types.includes('text/html') || event.clipboardData?.types.includes('text/plain');
            if (!view.editable || files.length === 0 || isText) return false;
            received(files, null);
            return true;
          },
          handleDrop: (view, event) => {
            const files = picturesIn(event.dataTransfer);
            if (!view.editable || files.length === 0) return false;
            event.preventDefault();
            received(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null);
            return true;
          },
        },
      }),
    ];
  },
});
