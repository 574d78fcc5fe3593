/** A cell that a spreadsheet would read as a formula begins with an apostrophe, and is read as text. */
const inert = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table as French spreadsheets open it: UTF-8 with its mark, semicolons. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map((cell) => quoted(inert(cell))).join(';')).join('\r\n')}\r\n`;
