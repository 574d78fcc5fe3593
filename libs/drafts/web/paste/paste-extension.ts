import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { cleanPaste } from './paste-cleaning';

export interface PasteCleaningOptions {
  isOurs: (src: string) => boolean;
  dropped: () => void;
  /** What this kind of document cannot hold came in as text. */
  fitted: () => void;
}

/** Before the cleaner is there, only words come in. */
function wordsAlone(html: string): string {
  const { body } = new DOMParser().parseFromString(html.replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '').replace(/<[^>]*>/g, ' '), 'text/html');
  const paragraph = body.ownerDocument.createElement('p');
  paragraph.textContent = body.textContent;
  return paragraph.outerHTML;
}

/** Cleans what is pasted or dropped before the schema reads it, and says when something was left out. The cleaner comes once the text is touched. */
export const PasteCleaning = Extension.create<PasteCleaningOptions>({
  name: 'pasteCleaning',
  addOptions: () => ({ isOurs: () => false, dropped: () => undefined, fitted: () => undefined }),
  addProseMirrorPlugins() {
    const { isOurs, dropped, fitted } = this.options;
    const { nodes } = this.editor.schema;
    let clean: typeof cleanPaste | null = null;
    const load = async (): Promise<void> => {
      clean ??= (await import('./paste-cleaning')).cleanPaste;
    };
    return [
      new Plugin({
        key: new PluginKey('pasteCleaning'),
        props: {
          handleDOMEvents: { focus: () => void load().catch(() => undefined) },
          handlePaste: (view, event) => {
            const html = event.clipboardData?.getData('text/html') ?? '';
            if (clean !== null || html === '') return false;
            void load().catch(() => undefined).then(() => view.pasteHTML(html, event));
            return true;
          },
          transformPastedHTML: (html) => {
            if (clean === null) return wordsAlone(html);
            const cleaned = clean(html, { isOurs, has: (block) => block in nodes });
            if (cleaned.dropped) setTimeout(dropped);
            else if (cleaned.fitted) setTimeout(fitted);
            return cleaned.html;
          },
        },
      }),
    ];
  },
});
