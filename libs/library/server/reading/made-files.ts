import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive as it is written: `declared` says another size than the true one, `flags` marks it (1: encrypted). */
export interface MadeEntry {
  readonly name: string;
  readonly content: Buffer | string;
  readonly declared?: number;
  readonly flags?: number;
}

/** A ZIP archive with exactly these entries, in this order, whatever their names. */
export function zipOf(entries: readonly MadeEntry[]): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content, declared, flags = 0 } of entries) {
    const bytes = Buffer.from(content);
    const packed = name === 'mimetype' ? bytes : deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags | 0x800, 2);
    fields.writeUInt16LE(name === 'mimetype' ? 0 : 8, 4);
    fields.writeUInt32LE(0x21 << 16, 6);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const table = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, table, end]);
}

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = (parts: readonly [string, string][]): string =>
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('')}</Types>`;
const relations = (parts: readonly [string, string][]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** A text document of Office: each page is lines. */
export function docxOf(pages: readonly (readonly string[])[], more: readonly MadeEntry[] = []): Buffer {
  const paragraph = (line: string): string => `<w:p><w:r><w:t xml:space="preserve">${xml(line)}</w:t></w:r></w:p>`;
  const turn = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  return zipOf([
    { name: '[Content_Types].xml', content: types([['word/document.xml', 'wordprocessingml.document.main']]) },
    { name: '_rels/.rels', content: relations([['officeDocument', 'word/document.xml']]) },
    { name: 'word/document.xml', content: `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${pages.map((lines) => lines.map(paragraph).join('')).join(turn)}</w:body></w:document>` },
    ...more,
  ]);
}

/** A spreadsheet of Office: its first row is the head. */
export function xlsxOf(sheets: readonly { readonly name: string; readonly rows: readonly (readonly (string | number)[])[] }[]): Buffer {
  const cell = (value: string | number): string => (typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${xml(value)}</t></is></c>`);
  const sheet = (rows: readonly (readonly (string | number)[])[]): string =>
    `${declaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`;
  const paths = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  return zipOf([
    { name: '[Content_Types].xml', content: types([['xl/workbook.xml', 'spreadsheetml.sheet.main'], ...paths.map((path): [string, string] => [`xl/${path}`, 'spreadsheetml.worksheet'])]) },
    { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.map(({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: relations(paths.map((path): [string, string] => ['worksheet', path])) },
    ...sheets.map(({ rows }, at) => ({ name: `xl/${paths[at] as string}`, content: sheet(rows) })),
  ]);
}

/** A text document of OpenDocument: each page is lines. */
export function odtOf(pages: readonly (readonly string[])[]): Buffer {
  const namespaces = ['office', 'style', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');
  const style = '<style:style style:name="Turn" style:family="paragraph"><style:paragraph-properties xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" fo:break-before="page"/></style:style>';
  const turn = '<text:soft-page-break/>';
  const body = pages.map((lines, page) => (page ? turn : '') + lines.map((line, at) => `<text:p${page && !at ? ' text:style-name="Turn"' : ''}>${xml(line)}</text:p>`).join('')).join('');
  const mime = 'application/vnd.oasis.opendocument.text';
  return zipOf([
    { name: 'mimetype', content: mime },
    { name: 'META-INF/manifest.xml', content: `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mime}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>` },
    { name: 'content.xml', content: `${declaration}<office:document-content ${namespaces} office:version="1.2"><office:automatic-styles>${style}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>` },
  ]);
}

/** A plain PDF: each page is lines of Helvetica; `extra` goes in its catalogue, `claimed` is how many pages it says it has. */
export function pdfOf(pages: readonly (readonly string[])[], { extra = '', claimed = pages.length, objects = [] }: { extra?: string; claimed?: number; objects?: readonly string[] } = {}): Buffer {
  const winAnsi = (line: string): string => line.replaceAll('’', '\x92').replaceAll('œ', '\x9c').replaceAll('—', '\x97').replaceAll(/[\\()]/g, (sign) => `\\${sign}`);
  const first = 4 + objects.length;
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${extra} >>`,
    `<< /Type /Pages /Count ${claimed} /Kids [${pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...objects,
    ...pages.flatMap((lines, at) => {
      const stream = `BT /F1 12 Tf 60 780 Td 18 TL ${lines.map((line) => `(${winAnsi(line)}) Tj T*`).join(' ')} ET`;
      return [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`, `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`];
    }),
  ];
  let text = '%PDF-1.7\n';
  const offsets = bodies.map((body, at) => {
    const offset = Buffer.byteLength(text, 'latin1');
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = Buffer.byteLength(text, 'latin1');
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
