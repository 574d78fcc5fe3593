import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTypes } from '../../contract/file-types';
import { detectType, type Detected } from './detect-type';
import { assertInert, holdsAttachments, readOffice } from './read-office';
import { drawPdf, openPdf, pdfTexts } from './read-pdf';
import { assertStill, drawPicture, drawThumbnail } from './read-picture';
import { subtitleParts, textOf, textPages } from './read-text';
import { pagesOf, pagesOfSpeech, type Reading, Refusal } from './reading';

/**
 * The process that reads one file, and nothing else: started with the folder it may see and the name the file came with. It leaves
 * `out/result.json` and pictures; whatever goes wrong in it, the server only meets a missing result.
 */
const [folder = '', name = ''] = process.argv.slice(2);
const source = join(folder, 'source');
const out = join(folder, 'out');

async function leave(reading: Reading): Promise<void> {
  await writeFile(join(out, 'result.tmp'), JSON.stringify(reading));
  await rename(join(out, 'result.tmp'), join(out, 'result.json'));
}

const blank = (): Reading => ({ type: null, problem: null, remarks: [], hasThumbnail: false, pages: [] });

const withPages = (reading: Reading, texts: Iterable<string>): Reading => withParts(reading, pagesOf(texts));

function withParts(reading: Reading, { pages, isCut }: ReturnType<typeof pagesOf>): Reading {
  return { ...reading, pages, remarks: [...reading.remarks, ...(isCut && !reading.remarks.includes('long') ? (['long'] as const) : [])] };
}

/** Texts first, and left at once: pages that cannot be drawn take no text away. */
async function readPdf(reading: Reading): Promise<Reading> {
  const pdf = await openPdf(source);
  const { texts, remarks } = await pdfTexts(pdf);
  const read = withPages({ ...reading, remarks }, texts);
  await leave({ ...read, remarks: [...read.remarks, 'pictures-cut'], pages: read.pages.map((page) => ({ ...page })) });
  const { hasThumbnail, isCut } = await drawPdf(pdf, read.pages, out);
  return { ...read, hasThumbnail, remarks: isCut ? [...read.remarks, 'pictures-cut'] : read.remarks };
}

async function readArchive(reading: Reading, { type, archive }: Detected & { archive: NonNullable<Detected['archive']> }): Promise<Reading> {
  await assertInert(archive);
  if (type === 'zip') return withPages({ ...reading, remarks: ['no-preview'] }, textPages(archive.names.join('\n')));
  const read = withPages(reading, await readOffice(archive, type));
  const preview = (await archive.bytes('docProps/thumbnail.jpeg').catch(() => null)) ?? (await archive.bytes('Thumbnails/thumbnail.png').catch(() => null));
  const hasThumbnail = preview !== null && (await drawThumbnail(preview, out).then(() => true, () => false));
  return { ...read, hasThumbnail, remarks: [...read.remarks, ...(holdsAttachments(archive) ? (['attachments'] as const) : [])] };
}

async function readPicture(reading: Reading, type: string): Promise<Reading> {
  if (type === 'svg') await assertStill(source);
  return { ...reading, hasThumbnail: true, pages: [{ text: '', picture: await drawPicture(source, out), starts: null }] };
}

async function read(): Promise<Reading> {
  const detected = await detectType(source, name);
  const reading: Reading = { ...blank(), type: detected.type };
  if (detected.archive) return readArchive(reading, { ...detected, archive: detected.archive });
  const { family } = fileTypes[detected.type];
  if (detected.type === 'pdf') return readPdf(reading);
  if (family === 'image') return readPicture(reading, detected.type);
  if (family === 'subtitles') return withParts(reading, pagesOfSpeech(subtitleParts(await textOf(source))));
  if (family === 'text' || family === 'sheet') return withPages(reading, textPages(await textOf(source)));
  return reading;
}

await leave(await read().catch((error: unknown): Reading => ({ ...blank(), problem: error instanceof Refusal ? error.problem : 'corrupt' })));
process.exit(0);
