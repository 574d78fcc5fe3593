import { Parser } from 'htmlparser2';
import { tidied } from '../reading/reading';

/** What these hold is never read by people. */
const silent = new Set(['script', 'style', 'template', 'noscript']);
const lines = new Set(['p', 'br', 'li', 'ul', 'ol', 'div', 'tr', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** The words of a piece of HTML that a stranger wrote; markup, scripts and signs by name are gone. */
export function plainText(html: string): string {
  const said: string[] = [];
  let hushed = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (silent.has(name)) hushed += 1;
      if (lines.has(name)) said.push('\n');
    },
    onclosetag: (name) => {
      if (silent.has(name)) hushed -= 1;
      if (lines.has(name) && name !== 'br') said.push('\n');
    },
    ontext: (text) => {
      if (hushed === 0) said.push(text);
    },
  });
  parser.end(html);
  return tidied(said.join('').replaceAll('\t', ' '));
}
