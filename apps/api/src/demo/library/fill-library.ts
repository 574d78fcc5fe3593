import type { ResourceFields } from '@cohorte/library/contract';
import { ResourceService } from '@cohorte/library/server';
import { newId, type Tx } from '@cohorte/platform/server';
import { demoClauses } from './clauses';
import { demoFiles } from './demo-files';
import type { DemoClause } from './demo-clause';
import type { DemoResource } from './demo-resource';
import { demoCpv, demoTags } from './demo-tags';
import { legalResources } from './legal-resources';
import { programmeResources } from './programme-resources';
import { regionalResources } from './regional-resources';

/** Every resource of the demonstration that exists elsewhere. */
export const demoResources: readonly DemoResource[] = [...programmeResources, ...legalResources, ...regionalResources];

interface LibraryPlace {
  readonly networkId: string;
  readonly cohortId: string;
  readonly animator: string;
  readonly member: string;
}

const blank = (networkId: string): ResourceFields => ({
  form: 'method_sheet', title: '', summary: '', content: '', clause: null, link: null, publisher: '', year: null, language: 'fr', licence: 'notice', themes: [], segments: [], stages: [], sectors: [],
  territories: [], audiences: [], legal: [], tags: [], cpv: [], access: 'public', spaceId: networkId, checkedOn: null, reviewOn: null,
});

const copied = (values: readonly string[] = []): string[] => [...values];

function noticeFields({ form, title, summary, publisher, year, themes, stages, audiences, link, access, more }: DemoResource, networkId: string): ResourceFields {
  const { segments, sectors, territories, legal, ...rest } = more;
  return {
    ...blank(networkId), form, title, summary, publisher, year, link, access, ...rest, themes: copied(themes), stages: copied(stages), audiences: copied(audiences),
    segments: copied(segments), sectors: copied(sectors), territories: copied(territories), legal: copied(legal),
  };
}

/** Clauses of the demonstration are free to reuse, like the software they come with. */
function clauseFields({ title, text, interest, watchPoints, phase, contributor, themes, segments, legal, year, checkedOn }: DemoClause, networkId: string): ResourceFields {
  return {
    ...blank(networkId), form: 'clause_example', title, year, checkedOn: checkedOn ?? null, licence: 'cc-by', summary: interest, clause: { text, interest, watchPoints: copied(watchPoints), phase, contributor },
    themes: [...new Set(['clauses', ...themes])], segments: copied(segments), legal: copied(legal), stages: ['execution'], audiences: ['buyer', 'prescriber'],
  };
}

/** What waits for the animation, and what stays inside the cohort. */
const others = ({ networkId, cohortId }: LibraryPlace) => ({
  waiting: { ...blank(networkId), form: 'template', title: 'Grille d’analyse des offres de blanchisserie', summary: 'Les critères environnementaux que nous avons pondérés, et pourquoi. À adapter à votre volume.', licence: 'cc-by', access: 'network' as const, themes: ['clauses'], segments: ['laundry'], stages: ['execution'], sectors: ['hospital_ght'], year: 2025 },
  inside: { ...blank(networkId), form: 'deliverable', title: 'Relevé des attentes du tour de table', summary: 'Ce que les onze groupements attendent du parcours, recueilli au lancement. Reste entre nous.', licence: 'network', access: 'cohort' as const, spaceId: cohortId, themes: ['governance'], stages: ['scoping'], sectors: ['hospital_ght'], year: 2024 },
});

/** Fills the library: notices, clauses, one proposal that waits, one sheet of the cohort's own. Answers the identifiers by key. */
export async function fillLibrary(tx: Tx, resources: ResourceService, place: LibraryPlace): Promise<Map<string, string>> {
  const { networkId, animator, member } = place;
  const ids = new Map<string, string>();
  const put = async (key: string, fields: ResourceFields, then: 'publish' | 'submit' = 'publish', by = animator): Promise<void> => {
    ids.set(key, (await resources.depositIn(tx, by, { networkId, requestId: newId(), then, fields: { ...fields, tags: copied(demoTags[key]), cpv: copied(demoCpv[key]) } })).id);
  };
  for (const clause of demoClauses) await put(`clause:${clause.key}`, clauseFields(clause, networkId));
  for (const resource of demoResources) await put(resource.key, noticeFields(resource, networkId));
  for (const { key, fields } of demoFiles) await put(key, { ...blank(networkId), publisher: 'RAN CoPER', licence: 'cc-by', ...fields });
  const { waiting, inside } = others(place);
  await put('inside', inside);
  await put('waiting', waiting, 'submit', member);
  return ids;
}
