/**
 * THE MAP: which domain may know which. Everything that guards the shape of the house is generated from it:
 * eslint's boundaries (eslint.config.mjs), the spec that plants a bad import, and `tools/new-domain.mjs`.
 * A planned domain is listed before it has a folder. The graph must stay acyclic.
 */
export const domains = {
  platform: [],
  ui: ['platform'],
  identity: ['platform', 'ui'],
  networks: ['identity'],
  drafts: ['networks'],
  meetings: ['networks', 'drafts'],
  library: ['networks'],
  community: ['networks'],
  scheduling: ['meetings'],
  live: ['meetings'],
  spaser: ['drafts', 'library', 'meetings'],
  tracks: ['meetings', 'scheduling', 'drafts', 'library'],
  notifications: ['scheduling', 'live', 'tracks', 'spaser', 'community'],
};

/** What a domain may import: itself and everything its arrows lead to. */
export function reachableFrom(domain, map = domains, trail = []) {
  if (trail.includes(domain)) throw new Error(`The map has a cycle: ${[...trail, domain].join(' → ')}`);
  const known = map[domain];
  if (!known) throw new Error(`Unknown domain: ${domain}`);
  return [...new Set([domain, ...known.flatMap((next) => reachableFrom(next, map, [...trail, domain]))])];
}

/** Constraints for `@nx/enforce-module-boundaries`: one per domain, one per application. */
export function depConstraints(map = domains) {
  const tag = (domain) => `domain:${domain}`;
  const perDomain = Object.keys(map).map((domain) => ({
    sourceTag: tag(domain),
    onlyDependOnLibsWithTags: reachableFrom(domain, map).map(tag),
  }));
  const everything = Object.keys(map).map(tag);
  return [
    ...perDomain,
    { sourceTag: 'app:api', onlyDependOnLibsWithTags: everything },
    { sourceTag: 'app:web', onlyDependOnLibsWithTags: everything },
    { sourceTag: 'app:e2e', onlyDependOnLibsWithTags: everything },
  ];
}

/** What each side of a domain must never import, as `no-restricted-imports` patterns. */
export const sides = {
  contract: ['@cohorte/*/server', '@cohorte/*/web', '@nestjs/*', '@angular/*', 'typeorm', 'node:*', '**/server/**', '**/web/**'],
  server: ['@cohorte/*/web', '@angular/*', '**/web/**'],
  web: ['@cohorte/*/server', '@nestjs/*', 'typeorm', 'node:*', '**/server/**'],
};
