import { readFile } from 'node:fs/promises';
import { Refusal } from './reading';

/** Characters of a page where a text has none of its own. */
const pageLength = 3_000;
/** Minutes of a recording that make a page of its subtitles. */
const minutesOfPage = 5;

/** What Windows-1252 has where Latin-1 has control characters; `TextDecoder` of Node 20 takes one for the other. */
const windowsSigns = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** UTF-8, else what Windows wrote before. */
export async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (bytes.includes(0)) throw new Refusal('wrong-extension');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1').replaceAll(/[\x80-\x9f]/g, (sign) => windowsSigns.charAt(sign.charCodeAt(0) - 0x80));
  }
}

/** A text cut at its own page breaks, else at line ends near a page's length. */
export function textPages(text: string): string[] {
  return text.split('\f').flatMap((part) => {
    const pages = [''];
    for (const line of part.split(/(?<=\n)/)) {
      if ((pages.at(-1) ?? '').length + line.length > pageLength && pages.at(-1)) pages.push('');
      pages[pages.length - 1] += line;
    }
    return pages;
  });
}

const timing = /^(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,]\d{3}\s*-->/;

/** What is said in subtitles (WebVTT, SubRip), without its times and signs, some minutes a page. */
export function subtitlePages(text: string): string[] {
  const pages: string[] = [];
  let [at, isSaid] = [0, false];
  for (const line of text.split(/\r?\n/)) {
    const time = timing.exec(line.trim());
    if (time) at = Math.floor((Number(time[1] ?? 0) * 60 + Number(time[2])) / minutesOfPage);
    else if (line.trim() && isSaid) pages[at] = `${pages[at] ?? ''}${line.replaceAll(/<[^>]{0,200}>|\{[^}]{0,200}\}/g, '')}\n`;
    isSaid = Boolean(time) || (isSaid && line.trim() !== '');
  }
  return Array.from({ length: Math.min(pages.length, 1_000) }, (_, page) => pages[page] ?? '');
}
