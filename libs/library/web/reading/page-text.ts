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

/** The paragraphs of any other document: as it was written. */
export const written = (text: string): string[] => text.split(/\n+/).map((one) => one.trim()).filter(Boolean);
