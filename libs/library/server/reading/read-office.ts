import type { FileTypeKey } from '../../contract/file-types';
import { Refusal } from './reading';
import { type XmlListener, readXml } from './xml-reader';
import { refusing, type ZipArchive } from './zip-archive';

/** What acts when a document is opened, or fetches what would. */
export async function assertInert(archive: ZipArchive): Promise<void> {
  const acts = /(^|\/)vbaProject\.bin$|(^|\/)vbaData\.xml$|(^|\/)activeX\/|^Basic\/|^Scripts\/|(^|\/)macrosheets\//i;
  if (archive.names.some((name) => acts.test(name))) throw new Refusal('macro');
  const types = (await archive.bytes('[Content_Types].xml', 2_000_000))?.toString('utf8') ?? '';
  if (/macroEnabled/i.test(types)) throw new Refusal('macro');
  const template = (await archive.bytes('word/_rels/settings.xml.rels', 1_000_000))?.toString('utf8') ?? '';
  if (/attachedTemplate/.test(template) && /TargetMode\s*=\s*"External"/i.test(template)) throw new Refusal('macro');
}

export const holdsAttachments = (archive: ZipArchive): boolean => archive.names.some((name) => /(^|\/)embeddings\/.+\.bin$/i.test(name));

/** The text of a document, page by page where it says so: pages, slides, sheets. */
export async function readOffice(archive: ZipArchive, type: FileTypeKey): Promise<string[]> {
  if (type === 'docx') return words(archive);
  if (type === 'xlsx') return sheets(archive);
  if (type === 'pptx') return slides(archive);
  return openDocument(archive, type);
}

/** Pages that fill up one after the other. */
class Pages {
  readonly all: string[] = [''];

  add(text: string): void {
    this.all[this.all.length - 1] += text;
  }

  /** A page that says nothing yet is not left: two marks of one break make one. */
  turn(): void {
    if (this.all.at(-1)?.trim()) this.all.push('');
  }
}

async function parse(archive: ZipArchive, name: string, listener: XmlListener): Promise<boolean> {
  const stream = await archive.stream(name);
  if (stream) await readXml(refusing(stream), listener);
  return stream !== null;
}

async function words(archive: ZipArchive): Promise<string[]> {
  const pages = new Pages();
  let [isText, cells] = [false, 0];
  const listener: XmlListener = {
    open: (name, attributes) => {
      if (name === 'w:t') isText = true;
      else if (name === 'w:tc') cells += 1;
      else if (name === 'w:tab') pages.add('\t');
      else if (name === 'w:lastRenderedPageBreak' || (name === 'w:br' && attributes['w:type'] === 'page')) pages.turn();
      else if (name === 'w:br') pages.add('\n');
    },
    close: (name) => {
      if (name === 'w:t') isText = false;
      else if (name === 'w:p') pages.add(cells ? ' ' : '\n');
      else if (name === 'w:tc') pages.add((cells -= 1) ? ' ' : '\t');
      else if (name === 'w:tr') pages.add(cells ? ' ' : '\n');
    },
    text: (said) => {
      if (isText) pages.add(said);
    },
  };
  await parse(archive, 'word/document.xml', listener);
  await parse(archive, 'word/footnotes.xml', listener);
  return pages.all;
}

async function slides(archive: ZipArchive): Promise<string[]> {
  const names = archive.names.flatMap((name) => /^ppt\/slides\/slide(\d+)\.xml$/.exec(name) ?? []).filter((name) => name.endsWith('.xml'));
  const numberOf = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
  const texts: string[] = [];
  for (const name of names.toSorted((a, b) => numberOf(a) - numberOf(b))) {
    let [text, isText] = ['', false];
    await parse(archive, name, {
      open: (tag) => { isText = tag === 'a:t'; if (tag === 'a:br') text += '\n'; },
      close: (tag) => { if (tag === 'a:t') isText = false; if (tag === 'a:p') text += '\n'; },
      text: (said) => { if (isText) text += said; },
    });
    texts.push(text);
  }
  return texts;
}

/** Strings that cells share, each once. */
async function sharedStrings(archive: ZipArchive): Promise<string[]> {
  const strings: string[] = [];
  let isText = false;
  await parse(archive, 'xl/sharedStrings.xml', {
    open: (name) => { if (name === 'si') strings.push(''); isText = name === 't'; },
    close: (name) => { if (name === 't') isText = false; },
    text: (said) => { if (isText) strings[strings.length - 1] += said; },
  });
  return strings;
}

async function sheets(archive: ZipArchive): Promise<string[]> {
  const strings = await sharedStrings(archive);
  const [listed, targets]: [{ name: string; id: string }[], Map<string, string>] = [[], new Map()];
  await parse(archive, 'xl/workbook.xml', { open: (name, attributes) => { if (name === 'sheet') listed.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? '' }); } });
  await parse(archive, 'xl/_rels/workbook.xml.rels', { open: (name, attributes) => { if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? ''); } });
  const texts: string[] = [];
  for (const { name, id } of listed) {
    const target = targets.get(id)?.replace(/^\/?(xl\/)?/, 'xl/') ?? '';
    texts.push(`${name}\n${await sheetText(archive, target, strings)}`);
  }
  return texts;
}

/** Columns beyond are no table that one reads. */
const widest = 60;

/** «AB12» stands in the twenty-eighth column. */
function columnOf(cell: string): number {
  const letters = /^([A-Z]{1,3})\d/.exec(cell)?.[1] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Rows as lines, cells parted by tabs, each in its column. */
async function sheetText(archive: ZipArchive, path: string, strings: readonly string[]): Promise<string> {
  let [text, kind, value, isValue, column, reached] = ['', '', '', false, 0, 0];
  await parse(archive, path, {
    open: (name, attributes) => {
      if (name === 'row') reached = 1;
      if (name === 'c') [kind, value, column] = [attributes['t'] ?? '', '', Math.min(columnOf(attributes['r'] ?? ''), widest)];
      isValue = name === 'v' || name === 't';
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'c' && value) {
        text += '\t'.repeat(Math.max(0, column - reached)) + `${(kind === 's' ? (strings[Number(value)] ?? '') : value).replaceAll(/\s+/g, ' ')}\t`;
        reached = Math.max(column, reached) + 1;
      }
      if (name === 'row') text += '\n';
    },
    text: (said) => { if (isValue) value += said; },
  });
  return text;
}

const turns: Partial<Record<FileTypeKey, string>> = { odt: 'text:soft-page-break', ods: 'table:table', odp: 'draw:page' };

const blanks: Record<string, string> = { 'text:tab': ' ', 'text:s': ' ', 'text:line-break': '\n' };
const timesOf = (said: string | undefined): number => Math.min(Number(said ?? 1) || 1, widest);

async function openDocument(archive: ZipArchive, type: FileTypeKey): Promise<string[]> {
  const pages = new Pages();
  let [depth, cells, repeated] = [0, 0, 1];
  await parse(archive, 'content.xml', {
    open: (name, attributes) => {
      if (name === 'office:body') depth = 1;
      if (name === turns[type]) pages.turn();
      if (name === 'table:table-cell') [cells, repeated] = [cells + 1, timesOf(attributes['table:number-columns-repeated'])];
      if (name === 'table:table' && type === 'ods') pages.add(`${attributes['table:name'] ?? ''}\n`);
      pages.add(blanks[name] ?? '');
    },
    close: (name) => {
      if (name === 'text:p' || name === 'text:h') pages.add(type === 'ods' || cells ? ' ' : '\n');
      if (name === 'table:table-cell') pages.add((cells -= 1) ? ' ' : '\t'.repeat(repeated));
      if (name === 'table:table-row') pages.add(cells ? ' ' : '\n');
    },
    text: (said) => {
      if (depth) pages.add(said);
    },
  });
  return pages.all;
}
