import type { FileProblem, FileRemark } from '../../contract/file';
import type { FileTypeKey } from '../../contract/file-types';

/** As much of a file is read and drawn; the rest stays in the file, and its page says so. */
export const bounds = {
  pagesRead: 1_000,
  charactersRead: 2_000_000,
  charactersOfPage: 100_000,
  pagesDrawn: 200,
  /** Drawing stops then, long before the process is stopped. */
  drawingMs: 45_000,
  /** Pixels: a page read on a wide screen, and its place in a list. */
  pageWidth: 1_000,
  pageHeight: 1_600,
  thumbnail: 360,
  /** A picture of few bytes can unfold into gigabytes. */
  mostPixels: 60_000_000,
} as const;

export interface ReadPage {
  text: string;
  /** Pixels of its picture, once it is drawn. */
  picture: { width: number; height: number } | null;
  /** Seconds at which each line of a transcript is said; null for any other text. */
  starts: number[] | null;
}

/** What the reading of a file tells; it comes from a process that read what a stranger wrote, and is checked as such. */
export interface Reading {
  type: FileTypeKey | null;
  problem: FileProblem | null;
  remarks: FileRemark[];
  hasThumbnail: boolean;
  pages: ReadPage[];
}

/** The file must not be given out, for this reason. */
export class Refusal extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem);
  }
}

/** Texts as pages, within what is read of one and of all; empty ones hold their place. */
export function pagesOf(texts: Iterable<string>): { pages: ReadPage[]; isCut: boolean } {
  const pages: ReadPage[] = [];
  let left: number = bounds.charactersRead;
  let isCut = false;
  for (const given of texts) {
    const text = tidied(given);
    const kept = text.slice(0, Math.min(left, bounds.charactersOfPage));
    if (pages.length >= bounds.pagesRead) return { pages, isCut: true };
    isCut ||= kept.length < text.length;
    left -= kept.length;
    pages.push({ text: kept, picture: null, starts: null });
  }
  return { pages, isCut };
}

/** What is said in some minutes of a recording: one line each time somebody speaks, and when. */
export interface SpokenPart {
  readonly lines: readonly { readonly text: string; readonly at: number }[];
}

/** Parts of a transcript as pages; a line that is cut or empty takes its time away with it. */
export function pagesOfSpeech(parts: readonly SpokenPart[]): { pages: ReadPage[]; isCut: boolean } {
  const spoken = parts.map(({ lines }) => lines.map(({ text, at }) => ({ text: tidied(text).replaceAll('\n', ' '), at })).filter(({ text }) => text));
  const { pages, isCut } = pagesOf(spoken.map((lines) => lines.map(({ text }) => text).join('\n')));
  return { isCut, pages: pages.map((page, part) => ({ ...page, starts: (spoken[part] ?? []).slice(0, page.text ? page.text.split('\n').length : 0).map(({ at }) => at) })) };
}

/** No control characters, no half letters, no runs of blanks; tabs stay, which part the cells of a table. */
export const tidied = (text: string): string =>
  text.normalize('NFC').replaceAll(/\p{Cs}/gu, '').replaceAll(/[^\P{Cc}\n\t]/gu, ' ').replaceAll(/[ \u00a0]+/g, ' ').replaceAll(/ ?\t ?/g, '\t').replaceAll(/[\t ]*\n ?/g, '\n').replaceAll(/\n{3,}/g, '\n\n').trim();
