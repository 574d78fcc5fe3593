import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isHeadingLink } from '../../contract/document-schema';
import { headingsOf } from './text-facts';

const linksKey = new PluginKey<DecorationSet>('brokenLinks');
/** Links are looked at again this long after the last change, in milliseconds. */
const looksAfter = 400;

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where the text links to a heading that is not there. */
export function brokenLinks(doc: Node): Place[] {
  const ids = new Set(headingsOf(doc).map(({ id }) => id));
  const found: Place[] = [];
  doc.descendants((node, position) => {
    const href: unknown = node.isText ? node.marks.find((mark) => mark.type.name === 'link')?.attrs['href'] : null;
    if (isHeadingLink(href) && !ids.has(href.slice(1))) found.push({ from: position, to: position + node.nodeSize });
  });
  return found;
}

export interface BrokenLinksOptions {
  word: string;
}

/** Shows the links whose heading was taken away. */
export const BrokenLinks = Extension.create<BrokenLinksOptions>({
  name: 'brokenLinks',
  addOptions: () => ({ word: '' }),
  addProseMirrorPlugins() {
    const { word } = this.options;
    return [
      new Plugin<DecorationSet>({
        key: linksKey,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, drawn) => {
            const places = transaction.getMeta(linksKey) as Place[] | undefined;
            if (places) return DecorationSet.create(transaction.doc, places.map(({ from, to }) => Decoration.inline(from, to, { class: 'co-broken-link', title: word })));
            return drawn.map(transaction.mapping, transaction.doc);
          },
        },
        props: { decorations: (state) => linksKey.getState(state) },
        view: (view) => {
          let timer: ReturnType<typeof setTimeout> | undefined;
          const look = (): void => {
            const places = brokenLinks(view.state.doc);
            const drawn = linksKey.getState(view.state) ?? DecorationSet.empty;
            if (places.length > 0 || drawn.find().length > 0) view.dispatch(view.state.tr.setMeta(linksKey, places).setMeta('addToHistory', false));
          };
          const soon = (): void => {
            clearTimeout(timer);
            timer = setTimeout(look, looksAfter);
          };
          soon();
          return {
            update: (_, before) => {
              if (before.doc !== view.state.doc) soon();
            },
            destroy: () => clearTimeout(timer),
          };
        },
      }),
    ];
  },
});
