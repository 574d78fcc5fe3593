import { Extension } from '@tiptap/core';
import type { AnyExtension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { ListKeymap } from '@tiptap/extension-list/keymap';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Placeholder } from '@tiptap/extensions/placeholder';
import type * as Y from 'yjs';
import { contentField, isAllowedImage } from '../contract/document-schema';
import type { PresenceCursor } from '../contract/drafts.contract';
import { CaretLayer } from './caret-layer';
import type { DrawnCaret } from './caret-layer';
import { schemaExtensions } from './editor-schema';
import type { SchemaWords } from './editor-schema';
import { HeadingIds } from './heading-ids';
import { ImageFiles } from './image-files';
import { PasteCleaning } from './paste-cleaning';
import { SlashMenu } from './slash-menu';
import type { SlashMenuOptions } from './slash-menu';
import { TabKey } from './tab-key';

export interface EditorNeeds {
  readonly doc: Y.Doc;
  readonly words: SchemaWords & { readonly placeholder: string };
  readonly carets: () => readonly DrawnCaret[];
  readonly moved: (cursor: PresenceCursor | null) => void;
  readonly slash: SlashMenuOptions;
  readonly imagesReceived: (files: readonly File[], position: number | null) => void;
  readonly pasteDropped: () => void;
  readonly link: () => void;
}

/** Shortcuts people expect that the blocks do not bring themselves. */
const draftKeys = (link: () => void): AnyExtension =>
  Extension.create({
    name: 'draftKeys',
    addKeyboardShortcuts() {
      return {
        'Mod-Shift-k': () => {
          link();
          return true;
        },
        'Mod-Alt-0': () => this.editor.commands.setParagraph(),
      };
    },
  });

/** The whole editor: the draft's schema, the shared text, and what helps to write. */
export function editorExtensions(needs: EditorNeeds): AnyExtension[] {
  return [
    ...schemaExtensions(needs.words),
    Collaboration.configure({ document: needs.doc, field: contentField }),
    CaretLayer.configure({ carets: needs.carets, moved: needs.moved }),
    HeadingIds,
    ListKeymap,
    TabKey,
    SlashMenu.configure(needs.slash),
    PasteCleaning.configure({ isOurs: isAllowedImage, dropped: needs.pasteDropped }),
    ImageFiles.configure({ received: needs.imagesReceived }),
    Placeholder.configure({ placeholder: needs.words.placeholder, showOnlyCurrent: true }),
    Dropcursor.configure({ color: false, class: 'co-dropcursor' }),
    Gapcursor,
    draftKeys(needs.link),
  ];
}
