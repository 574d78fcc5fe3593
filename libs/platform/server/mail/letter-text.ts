import type { Letter, LetterBlock, LetterLink } from './letter';

/** Columns: what mail programs and terminals show without folding. */
const width = 76;

function wrapped(text: string, indent = ''): string {
  const folded: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ').filter(Boolean)) {
      if (line && line.length + word.length + 1 > width - indent.length) {
        folded.push(line);
        line = word;
      } else line = line ? `${line} ${word}` : word;
    }
    folded.push(line);
  }
  return folded.map((line) => (line ? `${indent}${line}` : line)).join('\n');
}

/** An address stands alone on its line, so that it can be pressed, copied, and is never cut. */
const item = ({ text, href }: LetterLink): string => `- ${wrapped(text, '  ').trimStart()}${href ? `\n  ${href}` : ''}`;

const said: { [K in LetterBlock['is']]: (block: Extract<LetterBlock, { is: K }>) => string } = {
  heading: ({ text }) => `${wrapped(text)}\n${'='.repeat(Math.min(width, text.length))}`,
  paragraph: ({ text }) => wrapped(text),
  soft: ({ text }) => wrapped(text),
  quote: ({ text }) => wrapped(text, '> '),
  small: ({ text }) => wrapped(text),
  code: ({ text }) => `    ${text}`,
  said: ({ who, text }) => `${who}\n${wrapped(text, '  ')}`,
  facts: ({ facts }) => facts.map(([name, value]) => `${name}\n${wrapped(value, '  ')}`).join('\n'),
  list: ({ title, items }) => `${title}\n${items.map(item).join('\n')}`,
  button: ({ text, href }) => `${text}\n${href}`,
  link: ({ text, href }) => `${text}\n${href}`,
  'small-link': ({ text, href }) => `${text}\n${href}`,
};

const say = <K extends LetterBlock['is']>(block: Extract<LetterBlock, { is: K }>): string => said[block.is as K](block);

/** The same letter for those who read mail as text: written, not guessed from the HTML. */
export const letterText = ({ blocks }: Letter): string => `${blocks.map(say).join('\n\n')}\n`;
