import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { FileRemark } from '../../contract/file';
import { bounds, type ReadPage, Refusal } from './reading';
import { drawThumbnail } from './read-picture';

const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const asset = (folder: string): string => `${join(assets, folder)}/`;

/** Fewer letters a page than that are a page number: the rest is a picture of text. */
const fewLetters = 16;
/** Pages in a row that cannot be read before the rest is given up. */
const patience = 5;

export async function openPdf(path: string): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(await readFile(path));
  try {
    return await getDocument({
      data, isEvalSupported: false, useSystemFonts: false, disableFontFace: true, enableXfa: false, stopAtErrors: false, maxImageSize: bounds.mostPixels, verbosity: 0,
      standardFontDataUrl: asset('standard_fonts'), cMapUrl: asset('cmaps'), cMapPacked: true, wasmUrl: asset('wasm'), iccUrl: asset('iccs'),
    }).promise;
  } catch (error) {
    throw new Refusal(error instanceof Error && error.name === 'PasswordException' ? 'password' : 'corrupt');
  }
}

/** The text of each page, and what is known of the whole. */
export async function pdfTexts(pdf: PDFDocumentProxy): Promise<{ texts: string[]; remarks: FileRemark[] }> {
  const texts: string[] = [];
  let [unread, letters] = [0, 0];
  for (let number = 1; number <= Math.min(pdf.numPages, bounds.pagesRead) && letters < bounds.charactersRead && unread < patience; number += 1) {
    const text = await pageText(pdf, number);
    unread = text === null ? unread + 1 : 0;
    letters += text?.length ?? 0;
    texts.push(text ?? '');
  }
  const read = texts.slice(0, texts.length - unread);
  if (read.length === 0) throw new Refusal('corrupt');
  return { texts: read, remarks: await remarksOf(pdf, read) };
}

async function pageText(pdf: PDFDocumentProxy, number: number): Promise<string | null> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  } catch {
    return null;
  }
}

async function remarksOf(pdf: PDFDocumentProxy, texts: readonly string[]): Promise<FileRemark[]> {
  const asked = async <T>(question: Promise<T>): Promise<T | null> => question.catch(() => null);
  const letters = texts.reduce((sum, text) => sum + text.replaceAll(/\s/g, '').length, 0);
  const isScanned = letters < fewLetters * texts.length;
  const found: [FileRemark, boolean][] = [
    ['scanned', isScanned],
    ['untagged', !isScanned && (await asked(pdf.getMarkInfo()))?.Marked !== true],
    ['active-content', (await asked(pdf.hasJSActions())) === true || (await asked(pdf.getJSActions())) !== null],
    ['attachments', (await asked(pdf.getAttachments() as Promise<unknown>)) !== null],
    ['long', pdf.numPages > texts.length],
  ];
  return found.flatMap(([remark, holds]) => (holds ? [remark] : []));
}

/** Draws pages one by one until the bound. */
export async function drawPdf(pdf: PDFDocumentProxy, pages: ReadPage[], out: string): Promise<{ hasThumbnail: boolean; isCut: boolean }> {
  const until = Date.now() + bounds.drawingMs;
  let hasThumbnail = false;
  for (const [at, page] of pages.entries()) {
    if (at >= bounds.pagesDrawn || Date.now() > until) return { hasThumbnail, isCut: true };
    page.picture = await drawPage(pdf, at + 1, join(out, `page-${at + 1}.webp`));
    if (at === 0 && page.picture) {
      await drawThumbnail(join(out, 'page-1.webp'), out);
      hasThumbnail = true;
    }
  }
  return { hasThumbnail, isCut: false };
}

async function drawPage(pdf: PDFDocumentProxy, number: number, path: string): Promise<ReadPage['picture']> {
  try {
    const page = await pdf.getPage(number);
    const picture = await painted(page, path);
    page.cleanup();
    return picture;
  } catch {
    return null;
  }
}

async function painted(page: PDFPageProxy, path: string): Promise<{ width: number; height: number }> {
  const { width: wide, height: high } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(bounds.pageWidth / wide, bounds.pageHeight / high) });
  const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  await page.render({ canvas, canvasContext: context, viewport } as unknown as Parameters<PDFPageProxy['render']>[0]).promise;
  const { data } = context.getImageData(0, 0, width, height);
  await sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' }).webp({ quality: 80 }).toFile(path);
  return { width, height };
}
