import { Extension, InputRule } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';

/** No-break spaces: the narrow one before ; ! ? and the plain one before : and inside «». */
const narrow = '\u202f';
const wide = '\u00a0';
const spaces = /[ \u00a0\u202f]$/;
const opening = /^$|[\s([{«’'–—/-]$/;
/** The word being typed is an address: nothing in it is French. */
const address = /(?:[a-z][a-z\d+.-]*:\/\/|www\.|mailto:|tel:|[^\s@]+@[^\s@]*|[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.[a-z]{2,}[/?#])\S*$/iu;

/** What stands before the caret in its paragraph, with what is being typed; what ends it is replaced by `write`. */
export interface TypographyChange {
  /** Characters taken from the end of the text, the typed one included. */
  readonly take: number;
  readonly write: string;
}

const change = (take: number, write: string): TypographyChange => ({ take, write });

function highSign(before: string, sign: string): TypographyChange | null {
  if (/[ \u00a0]$/.test(before)) return /\S[ \u00a0]$/.test(before) ? change(2, narrow + sign) : null;
  return /[\p{L}\p{N}»)\]”%€’]$/u.test(before) ? change(1, narrow + sign) : null;
}

function closingQuote(before: string): TypographyChange {
  return spaces.test(before) ? change(2, `${wide}»`) : change(1, `${wide}»`);
}

function straightQuote(before: string): TypographyChange | null {
  const isOpen = before.lastIndexOf('«') > before.lastIndexOf('»');
  if (isOpen && !/«[ \u00a0\u202f]?$/.test(before)) return closingQuote(before);
  return opening.test(before) ? change(1, `«${wide}`) : null;
}

/** Two dots stand there already; four are somebody’s own. */
const dots = (before: string): TypographyChange | null => (/(?:^|[^.])\.\.$/.test(before) ? change(3, '…') : null);

/** After a word: three dashes that start a line draw a rule. */
const dashes = (before: string): TypographyChange | null => (/[^-]-$/.test(before) && /\S/.test(before.slice(0, -1)) ? change(2, '–') : null);

function space(before: string): TypographyChange | null {
  if (/«[\u00a0\u202f]$/.test(before)) return change(2, wide);
  if (/^--$/.test(before)) return change(3, '– ');
  return /[\p{L}\p{N}»)\]%€]:$/u.test(before) ? change(2, `${wide}: `) : null;
}

const byTyped: Record<string, (before: string) => TypographyChange | null> = {
  ';': (before) => highSign(before, ';'),
  '!': (before) => highSign(before, '!'),
  '?': (before) => highSign(before, '?'),
  ':': (before) => (/\S $/.test(before) ? change(2, `${wide}:`) : null),
  '»': (before) => (/\S/.test(before) && !/\u00a0$/.test(before) ? closingQuote(before) : null),
  '«': () => change(1, `«${wide}`),
  "'": (before) => (/\d$/.test(before) ? null : change(1, '’')),
  '"': straightQuote,
  '.': dots,
  '-': dashes,
  ' ': space,
};

/** What French typography makes of the character just typed after `before`; null leaves it as it is. */
export function typographyOf(before: string, typed: string): TypographyChange | null {
  if (address.test(before)) return null;
  return byTyped[typed]?.(before) ?? null;
}

const inLink = (state: EditorState): boolean => (state.storedMarks ?? state.selection.$from.marks()).some((mark) => mark.type.name === 'link');

export interface FrenchTypographyOptions {
  isOn: () => boolean;
}

/** French typography as one types; Backspace or Ctrl+Z right after gives back what was typed. */
export const FrenchTypography = Extension.create<FrenchTypographyOptions>({
  name: 'frenchTypography',
  addOptions: () => ({ isOn: () => true }),
  addInputRules() {
    const { isOn } = this.options;
    const found = (text: string): { made: TypographyChange; typed: string } | null => {
      const typed = text.slice(-1);
      const made = isOn() ? typographyOf(text.slice(0, -1), typed) : null;
      return made && { made, typed };
    };
    return [
      new InputRule({
        find: (text) => {
          const change = found(text);
          return change && { index: text.length - change.made.take, text: text.slice(-change.made.take), data: { write: change.made.write } };
        },
        handler: ({ state, range, match }) => {
          if (inLink(state)) return null;
          const write = String(match.data?.['write'] ?? '');
          state.tr.insertText(write, range.from, range.to);
        },
      }),
    ];
  },
});

const storedAs = 'cohorte.drafts.french-typography';

/** Whether the writer of this device wants it: yes, until they say no. */
export const typographyChoice = {
  read(): boolean {
    try {
      return localStorage.getItem(storedAs) !== 'off';
    } catch {
      return true;
    }
  },
  write(isOn: boolean): void {
    try {
      localStorage.setItem(storedAs, isOn ? 'on' : 'off');
    } catch {
      // Forgetting a preference harms nobody.
    }
  },
};
