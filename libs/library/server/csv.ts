/** What spreadsheets take for a formula when a cell begins with it. */
const risky = /^[=+\-@\t\r]/;

const quoted = (cell: string): string => {
  // An apostrophe keeps a spreadsheet from computing it; reading takes it away again. A cell that began with one keeps its own.
  const safe = risky.test(cell) || cell.startsWith("'") ? `'${cell}` : cell;
  return /[";\n\r]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Lines of cells as spreadsheets in France open them: semicolons, a mark of UTF-8 first. */
export const writeCsv = (lines: readonly (readonly string[])[]): string => `\uFEFF${lines.map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`;

const plain = (cell: string): string => (cell.startsWith("'") && cell.length > 1 ? cell.slice(1) : cell);

/** The separator of a text: whichever its first line has more of. */
function separatorOf(text: string): ';' | ',' {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  return first.split(';').length >= first.split(',').length ? ';' : ',';
}

/** Reads what spreadsheets save: quotes, line ends inside them, either separator; empty lines are left out. */
export function readCsv(text: string): string[][] {
  const said = text.replace(/^\uFEFF/, '');
  const cells = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separatorOf(said)}\\r\\n]*))(${separatorOf(said)}|\\r\\n|\\n|\\r|$)`, 'y');
  const lines: string[][] = [];
  let line: string[] = [];
  while (cells.lastIndex < said.length || line.length > 0) {
    const match = cells.exec(said);
    if (!match) break;
    line.push(plain(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"')));
    if (match[3] === separatorOf(said)) continue;
    if (line.some(Boolean)) lines.push(line);
    line = [];
  }
  return lines;
}
