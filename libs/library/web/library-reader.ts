import type { ResourcePage } from '../contract/resource';
import type { FacetCount } from '../contract/facets';
import type { FilePage, FileRole } from '../contract/file';
import type { LinkCopy } from '../contract/link-copy';
import type { ResourceCard } from '../contract/resource';
import type { ToolboxCard, ToolboxPage } from '../contract/toolbox';

/** Reads the API without its schemas: a visitor downloads no validator. */
export interface FoundResources {
  readonly total: number;
  readonly resources: readonly ResourceCard[];
  readonly counts: readonly FacetCount[];
  readonly understood: { readonly corrected: readonly { said: string; nearest: string }[]; readonly without: readonly string[] };
}

async function read<T>(path: string): Promise<T | null> {
  const answer = await fetch(`/api/library/${path}`, { credentials: 'same-origin' });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error('unavailable');
  return (await answer.json()) as T;
}

export async function readResources(query: Readonly<Record<string, string>>): Promise<FoundResources> {
  return (await read<FoundResources>(`resources?${new URLSearchParams(query).toString()}`)) ?? { total: 0, resources: [], counts: [], understood: { corrected: [], without: [] } };
}

/** Null when there is none for this reader. */
export function readResource(ref: string, edition: string | undefined): Promise<ResourcePage | null> {
  return read(`resources/${encodeURIComponent(ref)}${edition ? `?edition=${encodeURIComponent(edition)}` : ''}`);
}

/** The text of the page behind a dead link; null when there is none for this reader. */
export function readCopy(ref: string): Promise<LinkCopy | null> {
  return read(`resources/${encodeURIComponent(ref)}/copy`);
}

export interface FoundPages {
  readonly total: number;
  readonly pages: readonly FilePage[];
}

interface PagesAsked {
  readonly edition: number | undefined;
  readonly role?: FileRole;
  readonly from: number;
  readonly count: number;
}

/** As many as are given out at once. */
const pagesAtOnce = 20;

/** Pages from one to another, both read, or from the first to the last of all. */
export async function readAllPages(ref: string, { total, from = 1, ...asked }: Omit<PagesAsked, 'from' | 'count'> & { readonly total: number; readonly from?: number }): Promise<FilePage[]> {
  const pages: FilePage[] = [];
  for (let next = from; next <= total; next += pagesAtOnce) pages.push(...(await readPages(ref, { ...asked, from: next, count: Math.min(pagesAtOnce, total - next + 1) })).pages);
  return pages;
}

/** The text of a few pages of its file, and the sizes of their pictures. */
export async function readPages(ref: string, { edition, role = 'main', from, count }: PagesAsked): Promise<FoundPages> {
  const query = new URLSearchParams({ from: String(from), count: String(count), ...(edition ? { edition: String(edition) } : {}), ...(role === 'main' ? {} : { role }) });
  return (await read<FoundPages>(`resources/${encodeURIComponent(ref)}/pages?${query.toString()}`)) ?? { total: 0, pages: [] };
}

export interface FoundToolboxes {
  readonly toolboxes: readonly ToolboxCard[];
  readonly places: readonly { spaceId: string; name: string; isCohort: boolean }[];
}

export async function readToolboxes(): Promise<FoundToolboxes> {
  return (await read<FoundToolboxes>('toolboxes')) ?? { toolboxes: [], places: [] };
}

export function readToolbox(ref: string, snapshot: string | undefined): Promise<ToolboxPage | null> {
  return read(`toolboxes/${encodeURIComponent(ref)}${snapshot ? `?snapshot=${encodeURIComponent(snapshot)}` : ''}`);
}
