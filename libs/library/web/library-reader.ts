import type { ResourcePage } from '../contract/resource';
import type { FacetCount } from '../contract/facets';
import type { ResourceCard } from '../contract/resource';

/** Reads the API without its schemas: a visitor downloads no validator. */
export interface FoundResources {
  readonly total: number;
  readonly resources: readonly ResourceCard[];
  readonly counts: readonly FacetCount[];
}

async function read<T>(path: string): Promise<T | null> {
  const answer = await fetch(`/api/library/${path}`, { credentials: 'same-origin' });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error('unavailable');
  return (await answer.json()) as T;
}

export async function readResources(query: Readonly<Record<string, string>>): Promise<FoundResources> {
  return (await read<FoundResources>(`resources?${new URLSearchParams(query).toString()}`)) ?? { total: 0, resources: [], counts: [] };
}

/** Null when there is none for this reader. */
export function readResource(ref: string, edition: string | undefined): Promise<ResourcePage | null> {
  return read(`resources/${encodeURIComponent(ref)}${edition ? `?edition=${encodeURIComponent(edition)}` : ''}`);
}
