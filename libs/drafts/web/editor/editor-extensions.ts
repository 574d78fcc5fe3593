import type { AnyExtension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { ListKeymap } from '@tiptap/extension-list/keymap';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Placeholder } from '@tiptap/extensions/placeholder';
import type * as Y from 'yjs';
import { contentField, isAllowedImage } from '../../contract/document-schema';
import type { PresenceCursor } from '../../contract/drafts.contract';
import { planOrigin } from '../../contract/plan/plan';
import { BrokenLinks } from './broken-links';
import { CaretLayer } from './caret-layer';
import type { DrawnCaret } from './caret-layer';
import { CommentLayer } from '../comments/comment-layer';
import { EditorKeys } from './editor-keys';
import type { EditorKeysOptions } from './editor-keys';
import { schemaExtensions } from './editor-schema';
import type { SchemaRequests, SchemaWords } from './editor-schema';
import { FindHighlights } from './find-highlights';
import { FrenchTypography } from './french-typography';
import { HeadingIds } from './heading-ids';
import { ImageFiles } from './image-files';
import { KeptCells } from './kept-cells';
import { LineBelow } from './line-below';
import { LateLayerPlace } from '../late-layer';
import { PasteCleaning } from '../paste/paste-extension';
import { PlanUndo } from '../plan/plan-undo';
import type { AuthorOf } from '../suggestions/suggestion-marks';
import { SuggestionMode } from '../suggestions/suggestion-mode';
import type { SuggestionKeys } from '../suggestions/suggestion-mode';
import { TabKey } from './tab-key';
import { PeopleMenu, SlashMenu } from './typed-menu';
import type { TypedMenuOptions } from './typed-menu';

export interface EditorNeeds {
  readonly doc: Y.Doc;
  /** The blocks this kind of document may hold; null is every one. */
  readonly allowed: ReadonlySet<string> | null;
  readonly words: SchemaWords & { readonly placeholder: string; readonly brokenLink: string };
  readonly requests: SchemaRequests;
  readonly carets: () => readonly DrawnCaret[];
  readonly moved: (cursor: PresenceCursor | null) => void;
  readonly slash: TypedMenuOptions;
  readonly people: TypedMenuOptions;
  readonly imagesReceived: (files: readonly File[], position: number | null) => void;
  readonly pasteDropped: () => void;
  readonly pasteFitted: () => void;
  readonly keys: EditorKeysOptions;
  /** Does the writer want French typography as they type? */
  readonly typography: () => boolean;
  readonly authorOf: AuthorOf;
  readonly suggestionKeys: SuggestionKeys;
}

/** The whole editor: the draft's schema, the shared text, and what helps to write. */
export function editorExtensions(needs: EditorNeeds): AnyExtension[] {
  return [
    ...schemaExtensions(needs.words, needs.authorOf, needs.requests, needs.allowed),
    Collaboration.configure({ document: needs.doc, field: contentField, yUndoOptions: { trackedOrigins: [planOrigin] } }),
    PlanUndo.configure({ doc: needs.doc }),
    KeptCells.configure({ doc: needs.doc }),
    CaretLayer.configure({ carets: needs.carets, moved: needs.moved }),
    CommentLayer,
    LateLayerPlace,
    HeadingIds,
    SuggestionMode.configure({ keys: needs.suggestionKeys }),
    BrokenLinks.configure({ word: needs.words.brokenLink }),
    FindHighlights,
    ListKeymap,
    TabKey,
    SlashMenu.configure({ changed: needs.slash.changed, key: needs.slash.key }),
    ...(needs.allowed === null || needs.allowed.has('mention') ? [PeopleMenu.configure({ changed: needs.people.changed, key: needs.people.key })] : []),
    PasteCleaning.configure({ isOurs: isAllowedImage, dropped: needs.pasteDropped, fitted: needs.pasteFitted }),
    ImageFiles.configure({ received: needs.imagesReceived }),
    FrenchTypography.configure({ isOn: needs.typography }),
    Placeholder.configure({ placeholder: needs.words.placeholder, showOnlyCurrent: true }),
    Dropcursor.configure({ color: false, class: 'co-dropcursor' }),
    Gapcursor,
    LineBelow,
    EditorKeys.configure(needs.keys),
  ];
}
