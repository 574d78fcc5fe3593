export type DomainMap = Record<string, readonly string[]>;

export const domains: DomainMap;
export const sides: Record<'contract' | 'server' | 'web', readonly string[]>;
export function reachableFrom(domain: string, map?: DomainMap, trail?: readonly string[]): string[];
export function depConstraints(map?: DomainMap): { sourceTag: string; onlyDependOnLibsWithTags: string[] }[];
