import type { Language } from '@cohorte/platform/contract';

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

const words = {
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

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => marks[mark] as string).replaceAll('\n', '<br />');
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text);
const paragraph = (text: string, attributes = ''): string => `<mj-text${attributes}>${escaped(text)}</mj-text>`;
const small = ' font-size="13px" line-height="20px" color="#526063"';

function subjectOf({ language, comments, title }: CommentLetter): string {
  const said = words[language];
  const [first] = comments;
  const name = first?.author ?? said.gone;
  const mention = comments.find((comment) => comment.isMention);
  if (mention) return said.mention(mention.author ?? said.gone, title);
  return comments.length === 1 ? said.reply(name, title) : said.several(comments.length, title);
}

/** The letter about a thread: the passage, what was said since the last letter, one way there. */
export function commentLetter(about: CommentLetter): { subject: string; mjml: string } {
  const said = words[about.language];
  const subject = subjectOf(about);
  const left = about.comments.length - shown;
  const blocks = [
    paragraph(`${subject}.`),
    paragraph(said.about, small),
    paragraph(said.quoted(about.quote), ' color="#526063" font-style="italic"'),
    ...about.comments.slice(0, shown).map(({ author, text }) => `<mj-text><strong>${escaped(said.says(author ?? said.gone))}</strong><br />${escaped(cut(text))}</mj-text>`),
    ...(left > 0 ? [paragraph(said.more(left))] : []),
    `<mj-button href="${escaped(about.link)}">${escaped(said.press)}</mj-button>`,
    paragraph(said.why, small),
  ];
  return {
    subject,
    mjml: `<mjml lang="${about.language}">
  <mj-head><mj-attributes>
    <mj-all font-family="Helvetica, Arial, sans-serif" />
    <mj-text font-size="16px" line-height="24px" color="#1d2a2c" />
    <mj-button background-color="#0e5a50" color="#ffffff" border-radius="6px" font-size="16px" align="left" />
  </mj-attributes></mj-head>
  <mj-body background-color="#faf8f3"><mj-section background-color="#ffffff"><mj-column>
    ${blocks.join('\n    ')}
  </mj-column></mj-section></mj-body>
</mjml>`,
  };
}
