import { identifier, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { fileProblems, fileStates, resourceFile, transcript } from './file';
import { fileTypeKeys } from './file-types';
import { audienceTerms, formKeys, keysOf, licenceTerms, phaseTerms, resourceKinds, sectorTerms, segmentTerms, stageTerms, type Term, territoryTerms, themeTerms } from './taxonomies';
import { tagsMost, tagWord } from './tag';
import { resourceUpkeep } from './upkeep';

export const resourceStates = ['draft', 'submitted', 'published', 'retired'] as const;
export type ResourceState = (typeof resourceStates)[number];

/** Who may read it once it is published: everyone, people of the network, of one cohort, of one structure. */
export const accessLevels = ['public', 'network', 'cohort', 'structure'] as const;
export type AccessLevel = (typeof accessLevels)[number];

const oneOf = (list: readonly Term[]) => z.enum(keysOf(list) as [string, ...string[]]);
const someOf = (list: readonly Term[], max = 8) => z.array(oneOf(list)).max(max);
/** Several lines: tabs and line ends are welcome, other control characters are not. */
const longText = (max: number) => z.string().trim().max(max).regex(/^[\P{Cc}\n\r\t]*$/u);

export const webLink = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2_000);

export const cpvMost = 8;
const cpvCode = z.string().trim().regex(/^\d{8}(-\d)?$/);

export const clauseFields = z.strictObject({
  text: longText(8_000).min(1),
  interest: longText(1_000),
  watchPoints: z.array(shortText(400)).max(12),
  phase: oneOf(phaseTerms),
  contributor: shortText(160, 0),
});
export type ClauseFields = z.output<typeof clauseFields>;

/** What its depositor writes of a resource. */
export const resourceFields = z.strictObject({
  form: z.enum(formKeys as [string, ...string[]]),
  title: shortText(200, 3),
  /** What it is and why it is useful, in a few lines. */
  summary: longText(1_500),
  /** A longer text: an answer, an experience told, the notes of a sheet. */
  content: longText(20_000),
  clause: clauseFields.nullable(),
  link: webLink.nullable(),
  publisher: shortText(160, 0),
  year: z.int().min(1950).max(2100).nullable(),
  language: z.enum(['fr', 'en']),
  licence: oneOf(licenceTerms),
  themes: someOf(themeTerms),
  segments: someOf(segmentTerms),
  stages: someOf(stageTerms, 12),
  sectors: someOf(sectorTerms),
  territories: someOf(territoryTerms, 19),
  audiences: someOf(audienceTerms),
  /** Articles and texts it stands on, as they are cited: «L. 2111-3». */
  legal: z.array(shortText(80)).max(12),
  /** Words beside the controlled lists, of its network's own. */
  tags: z.array(tagWord).max(tagsMost).default([]),
  /** Common procurement vocabulary: codes as they are printed in notices, with their control digit or without. */
  cpv: z.array(cpvCode).max(cpvMost).default([]),
  access: z.enum(accessLevels),
  /** The network, the cohort or the structure it is kept in. */
  spaceId: identifier,
  checkedOn: z.iso.date().nullable(),
  reviewOn: z.iso.date().nullable(),
});
export type ResourceFields = z.output<typeof resourceFields>;

/** A line of a list: enough to choose. */
export const resourceCard = z.object({
  id: identifier,
  slug: z.string(),
  kind: z.enum(resourceKinds),
  form: z.string(),
  title: z.string(),
  summary: z.string(),
  publisher: z.string(),
  year: z.int().nullable(),
  themes: z.array(z.string()),
  stages: z.array(z.string()),
  access: z.enum(accessLevels),
  state: z.enum(resourceStates),
  publishedAt: z.iso.datetime().nullable(),
  /** Its review date has passed. */
  isDue: z.boolean(),
  /** What there is to download, or what became of it. */
  file: z.object({ type: z.enum(fileTypeKeys).nullable(), state: z.enum(fileStates), problem: z.enum(fileProblems).nullable() }).nullable(),
});
export type ResourceCard = z.output<typeof resourceCard>;

export const resourceVersion = z.object({ number: z.int(), note: z.string(), madeAt: z.iso.datetime(), file: z.object({ name: z.string(), size: z.int() }).nullable() });
export type ResourceVersion = z.output<typeof resourceVersion>;

/** Everything its page shows. */
export const resourcePage = resourceFields.extend({
  id: identifier,
  slug: z.string(),
  kind: z.enum(resourceKinds),
  state: z.enum(resourceStates),
  version: z.int(),
  /** Of the text shown, zero before it was ever published. */
  edition: z.int(),
  latestEdition: z.int(),
  versions: z.array(resourceVersion),
  networkId: identifier,
  networkName: z.string(),
  /** Who answers for it; null for visitors and once the person has gone. */
  ownerName: z.string().nullable(),
  isDue: z.boolean(),
  returnedNote: z.string(),
  retiredNote: z.string(),
  publishedAt: z.iso.datetime().nullable(),
  changedAt: z.iso.datetime(),
  /** Of the version shown. */
  file: resourceFile.nullable(),
  /** Sent to take its place: waits to be read, or was refused; told to who may change it. */
  coming: resourceFile.nullable(),
  hasSubtitles: z.boolean(),
  /** Null when nothing of it is written down. */
  transcript: transcript.nullable(),
  related: z.array(resourceCard),
  /** What is known against it, once it is published. */
  upkeep: resourceUpkeep,
  may: z.object({ edit: z.boolean(), submit: z.boolean(), publish: z.boolean(), sendBack: z.boolean(), retire: z.boolean(), restore: z.boolean(), remove: z.boolean() }),
});
export type ResourcePage = z.output<typeof resourcePage>;
