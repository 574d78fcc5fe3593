import { readFile } from 'node:fs/promises';
import { Refusal, type SpokenPart } from './reading';

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

/** What is said in subtitles (WebVTT, SubRip), without their signs, some minutes a part; what a speaker says at once is one line. */
export function subtitleParts(text: string): SpokenPart[] {
  const parts: { lines: { text: string; at: number }[] }[] = [];
  let said: { text: string; at: number } | null = null;
  for (const line of text.split(/\r?\n/)) {
    const time = timing.exec(line.trim());
    if (time) {
      said = { text: '', at: Number(time[1] ?? 0) * 3_600 + Number(time[2]) * 60 + Number(time[3]) };
      const part = Math.min(Math.floor(said.at / 60 / minutesOfPage), 999);
      (parts[part] ??= { lines: [] }).lines.push(said);
    } else if (line.trim() && said) said.text += `${said.text && ' '}${line.replaceAll(/<[^>]{0,200}>|\{[^}]{0,200}\}/g, '')}`;
    else said = null;
  }
  return Array.from(parts, (part) => part ?? { lines: [] });
}
