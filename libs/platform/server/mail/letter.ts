import type { Language } from '../../contract';

export interface LetterLink {
  readonly text: string;
  readonly href?: string;
}

interface Words<I extends string> {
  readonly is: I;
  readonly text: string;
}

interface Pressed<I extends string> extends Words<I> {
  readonly href: string;
}

/** One thing said in a letter; `code` is a code to copy, `facts` are named values (when, where, until). */
export type LetterBlock =
  | Words<'heading'> | Words<'paragraph'> | Words<'soft'> | Words<'quote'> | Words<'small'> | Words<'code'>
  | Pressed<'button'> | Pressed<'link'> | Pressed<'small-link'>
  | { readonly is: 'said'; readonly who: string; readonly text: string }
  | { readonly is: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly is: 'list'; readonly title: string; readonly items: readonly LetterLink[] };

/** A letter before it is drawn: one layout turns it into HTML, another into plain text. */
export interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly blocks: readonly LetterBlock[];
}

export const letter = (language: Language, subject: string, blocks: readonly LetterBlock[]): Letter => ({ language, subject, blocks });

export const heading = (text: string): LetterBlock => ({ is: 'heading', text });
export const paragraph = (text: string): LetterBlock => ({ is: 'paragraph', text });
export const soft = (text: string): LetterBlock => ({ is: 'soft', text });
export const quote = (text: string): LetterBlock => ({ is: 'quote', text });
export const smallPrint = (text: string): LetterBlock => ({ is: 'small', text });
export const bigCode = (text: string): LetterBlock => ({ is: 'code', text });
export const said = (who: string, text: string): LetterBlock => ({ is: 'said', who, text });
export const facts = (named: readonly (readonly [name: string, value: string])[]): LetterBlock => ({ is: 'facts', facts: named });
export const list = (title: string, items: readonly LetterLink[]): LetterBlock => ({ is: 'list', title, items });
/** The one thing to do; anything else to press is a `link`. */
export const button = (href: string, text: string): LetterBlock => ({ is: 'button', href, text });
export const link = (href: string, text: string): LetterBlock => ({ is: 'link', href, text });
export const smallLink = (href: string, text: string): LetterBlock => ({ is: 'small-link', href, text });
