/** A page narrower than this is a table or a list: its lines stay as they are. */
const narrowest = 40;
/** A line this full goes on in the next one; a little less, when it ends no sentence. */
const full = 0.85;
const nearlyFull = 0.7;

const beginsItem = (line: string): boolean => /^(?:[•▪◦‣·*–—-]\s|\d{1,3}[.)]\s|[a-z]\)\s)/u.test(line);
const endsSentence = (line: string): boolean => /[.!?:;»”]$/u.test(line);

function goesOn(line: string, next: string, longest: number): boolean {
  if (!next || beginsItem(next)) return false;
  return line.length >= longest * full || (line.length >= longest * nearlyFull && !endsSentence(line));
}

/** «réhabi-» and «litation» are one word that the edge of the page had cut. */
const joined = (line: string, next: string): string => (/\p{Ll}-$/u.test(line) && /^\p{Ll}/u.test(next) ? line.slice(0, -1) + next : `${line} ${next}`);

/** The text of a page of paper, whose lines end where the page does, as paragraphs. */
export function flowed(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const longest = Math.max(0, ...lines.map(({ length }) => length));
  if (longest < narrowest) return lines.filter(Boolean);
  const paragraphs: string[] = [];
  let isOpen = false;
  lines.forEach((line, index) => {
    const last = paragraphs.at(-1);
    if (line && isOpen && last !== undefined) paragraphs[paragraphs.length - 1] = joined(last, line);
    else if (line) paragraphs.push(line);
    isOpen = line !== '' && goesOn(line, lines[index + 1] ?? '', longest);
  });
  return paragraphs;
}

/** What a page is made of: paragraphs, and tables whose lines are rows and whose tabs part the cells. */
export type TextBlock = { readonly text: string; readonly rows?: undefined } | { readonly rows: readonly (readonly string[])[]; readonly hasHead: boolean };

const isRow = (line: string): boolean => line.includes('\t');
const isFigure = (cell: string): boolean => /^[\d\s.,%€+-]+$/u.test(cell);

function tableOf(lines: readonly string[]): TextBlock {
  const cells = lines.map((line) => line.replace(/\s+$/, '').split('\t').map((cell) => cell.trim()));
  const width = Math.max(...cells.map(({ length }) => length));
  const rows = cells.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  return { rows, hasHead: (rows[0] ?? []).every((cell) => cell !== '' && !isFigure(cell)) };
}

/** The blocks of a page as it was written; a page of paper (`isPaper`) has its lines joined again. */
export function blocksOf(text: string, isPaper: boolean): TextBlock[] {
  if (isPaper) return flowed(text).map((one) => ({ text: one }));
  const blocks: TextBlock[] = [];
  const lines = text.split('\n').filter((line) => line.trim());
  for (let at = 0; at < lines.length; ) {
    const end = lines.findIndex((line, place) => place >= at && !isRow(line));
    const rows = lines.slice(at, end < 0 ? lines.length : end);
    if (rows.length > 1) blocks.push(tableOf(rows));
    else blocks.push({ text: (lines[at] ?? '').replaceAll(/\s+/g, ' ').trim() });
    at += Math.max(rows.length, 1);
  }
  return blocks;
}
