import { InputRule, Mark, PasteRule, mergeAttributes } from '@tiptap/core';
import { isAllowedLink, isHeadingLink } from '../../contract/document-schema';

/** What people type in a link field, made into an address: `exemple.fr`, `nom@exemple.fr` and full addresses are all understood. */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  if (isAllowedLink(text)) return text;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  if (/^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#]\S*)?$/u.test(text)) return `https://${text}`;
  return null;
}

const typedAddress = /(?:^|\s)((?:https?:\/\/|www\.)[^\s<>"]+[^\s<>".,;:!?)»\]])\s$/;
/** As in Markdown: `[les mots](l’adresse)`. */
const typedMarkdown = /\[([^[\]]+)\]\(([^\s()]+)\)$/;
const pastedAddress = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)»\]]/g;

/** A link to the web, a mail box or a telephone; any other scheme is not a link here. */
export const LinkMark = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,
  exitable: true,

  addAttributes() {
    return { href: { default: null }, title: { default: null } };
  },

  parseHTML() {
    return [{ tag: 'a[href]', getAttrs: (element) => (isAllowedLink(element.getAttribute('href')) ? null : false) }];
  },

  renderHTML({ HTMLAttributes }) {
    const safe = isAllowedLink(HTMLAttributes['href']) ? HTMLAttributes : { ...HTMLAttributes, href: null };
    return ['a', isHeadingLink(safe['href']) ? safe : mergeAttributes({ rel: 'noopener noreferrer nofollow' }, safe), 0];
  },

  addInputRules() {
    return [
      new InputRule({
        find: typedAddress,
        handler: ({ state, range, match }) => {
          const address = match[1] ?? '';
          const href = linkAddress(address);
          if (!href) return;
          const from = range.from + (match[0].indexOf(address));
          const to = Math.min(from + address.length, state.doc.content.size);
          state.tr.addMark(from, to, this.type.create({ href })).insertText(' ', to).removeStoredMark(this.type);
        },
      }),
      new InputRule({
        find: typedMarkdown,
        handler: ({ state, range, match }) => {
          const href = linkAddress(match[2] ?? '');
          if (href) state.tr.replaceWith(range.from, range.to, state.schema.text(match[1] ?? '', [this.type.create({ href })])).removeStoredMark(this.type);
        },
      }),
    ];
  },

  addPasteRules() {
    return [
      new PasteRule({
        find: pastedAddress,
        handler: ({ state, range, match }) => {
          if (isAllowedLink(match[0])) state.tr.addMark(range.from, range.to, this.type.create({ href: match[0] }));
        },
      }),
    ];
  },
});
