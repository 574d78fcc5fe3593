import type { ResourceFields } from './resource';
import { kindOfForm } from './taxonomies';

/** Why a resource cannot be published as it is: codes of the domain's errors. */
export type PublicationProblem = 'rights-unchecked' | 'licence-stays-inside' | 'clause-without-text' | 'nothing-to-read' | 'notice-with-file';

type Published = Pick<ResourceFields, 'form' | 'licence' | 'access' | 'clause' | 'link' | 'content' | 'summary'> & { readonly hasFile?: boolean };

/** What stands between a resource and its readers, or null. */
export function whyNotPublish(resource: Published): PublicationProblem | null {
  if (resource.licence === 'to-check') return 'rights-unchecked';
  if (resource.licence === 'network' && resource.access === 'public') return 'licence-stays-inside';
  if (resource.licence === 'notice' && resource.hasFile) return 'notice-with-file';
  if ([resource.summary, resource.content, resource.link, resource.clause, resource.hasFile].some(Boolean)) return null;
  return kindOfForm(resource.form) === 'clause' ? 'clause-without-text' : 'nothing-to-read';
}

/** `day` and days are civil days, `2026-03-01`. */
export const isDueForReview = (reviewOn: string | null, today: string): boolean => reviewOn !== null && reviewOn <= today;

export interface CopiedClause {
  readonly title: string;
  readonly text: string;
  readonly edition: number;
  readonly contributor: string;
  readonly networkName: string;
  readonly legal: readonly string[];
  readonly address: string;
}

/** A clause as it is pasted in a contract: its text, then where it comes from and which version it is. */
export function clauseToPaste(clause: CopiedClause): string {
  const from = [clause.contributor, clause.networkName].filter(Boolean).join(', ');
  const source = `Source : « ${clause.title} », version ${clause.edition}${from ? `, ${from}` : ''}. ${clause.address}`;
  return [clause.text, ...(clause.legal.length ? [`Fondement : ${clause.legal.join(' ; ')}.`] : []), source].join('\n\n');
}
