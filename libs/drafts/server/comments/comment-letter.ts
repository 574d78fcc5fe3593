import type { Language } from '@cohorte/platform/contract';
import { button, type Letter, letter, paragraph, quote, said, smallPrint } from '@cohorte/platform/server';

export interface CommentLetter {
  readonly language: Language;
  readonly title: string;
  /** The commented passage: all of the document that leaves by mail. */
  readonly quote: string;
  readonly comments: readonly { readonly author: string | null; readonly isMention: boolean; readonly text: string }[];
  readonly link: string;
}

/** A digest stays a letter: beyond this the reader opens the thread. */
const shown = 5;
const longest = 600;

const catalogue = {
  fr: {
    mention: (name: string, title: string) => `${name} vous mentionne dans « ${title} »`,
    reply: (name: string, title: string) => `${name} a répondu dans « ${title} »`,
    several: (count: number, title: string) => `${count} messages dans « ${title} »`,
    about: 'À propos de ce passage :',
    quoted: (quote: string) => `« ${quote} »`,
    says: (name: string) => `${name} :`,
    more: (count: number) => (count === 1 ? 'Et un autre message.' : `Et ${count} autres messages.`),
    press: 'Voir l’échange et répondre',
    why: 'Vous recevez ce message parce que l’on vous mentionne ou parce que vous participez à cet échange. Les réponses par mail s’arrêtent depuis le volet Commentaires du document.',
    gone: 'Membre supprimé',
  },
  en: {
    mention: (name: string, title: string) => `${name} mentions you in “${title}”`,
    reply: (name: string, title: string) => `${name} replied in “${title}”`,
    several: (count: number, title: string) => `${count} messages in “${title}”`,
    about: 'About this passage:',
    quoted: (quote: string) => `“${quote}”`,
    says: (name: string) => `${name}:`,
    more: (count: number) => (count === 1 ? 'And one more message.' : `And ${count} more messages.`),
    press: 'See the thread and reply',
    why: 'You receive this message because someone mentions you or because you take part in this thread. Replies by mail are turned off in the document’s Comments panel.',
    gone: 'Deleted member',
  },
} as const;

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text);

function subjectOf({ language, comments, title }: CommentLetter): string {
  const words = catalogue[language];
  const [first] = comments;
  const name = first?.author ?? words.gone;
  const mention = comments.find((comment) => comment.isMention);
  if (mention) return words.mention(mention.author ?? words.gone, title);
  return comments.length === 1 ? words.reply(name, title) : words.several(comments.length, title);
}

/** The letter about a thread: the passage, what was said since the last letter, one way there. */
export function commentLetter(about: CommentLetter): Letter {
  const words = catalogue[about.language];
  const subject = subjectOf(about);
  const left = about.comments.length - shown;
  return letter(about.language, subject, [
    paragraph(`${subject}.`),
    smallPrint(words.about),
    quote(words.quoted(about.quote)),
    ...about.comments.slice(0, shown).map(({ author, text }) => said(words.says(author ?? words.gone), cut(text))),
    ...(left > 0 ? [paragraph(words.more(left))] : []),
    button(about.link, words.press),
    smallPrint(words.why),
  ]);
}
