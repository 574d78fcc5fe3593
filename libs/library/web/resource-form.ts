import type { AccessLevel, ClauseFields, DepositPlaceCard, ResourceFields, ResourcePage } from '@cohorte/library/contract';
import { kindOfForm } from '../contract/taxonomies';

/** What the form holds, as it is typed. */
export interface ResourceForm extends Omit<ResourceFields, 'year' | 'legal' | 'cpv' | 'clause' | 'link' | 'access' | 'spaceId' | 'checkedOn' | 'reviewOn'> {
  readonly requestId: string;
  readonly year: string;
  readonly link: string;
  /** One a line. */
  readonly legal: string;
  /** One a line. */
  readonly cpv: string;
  readonly clauseText: string;
  readonly interest: string;
  /** One a line. */
  readonly watchPoints: string;
  readonly phase: string;
  readonly contributor: string;
  /** `access:spaceId` */
  readonly place: string;
  readonly checkedOn: string;
  readonly reviewOn: string;
  readonly note: string;
}

export const placeKey = ({ access, spaceId }: { access: AccessLevel; spaceId: string }): string => `${access}:${spaceId}`;

export function blankForm(requestId: string, places: readonly DepositPlaceCard[]): ResourceForm {
  const usual = places.find(({ access }) => access === 'network') ?? places[0];
  return {
    requestId, form: 'method_sheet', title: '', summary: '', content: '', link: '', publisher: '', year: '', language: 'fr', licence: 'to-check', themes: [], segments: [], stages: [], sectors: [],
    territories: [], audiences: [], tags: [], legal: '', cpv: '', clauseText: '', interest: '', watchPoints: '', phase: 'cctp', contributor: '', place: usual ? placeKey(usual) : '', checkedOn: '', reviewOn: '', note: '',
  };
}

const noClause: ClauseFields = { text: '', interest: '', watchPoints: [], phase: 'cctp', contributor: '' };

export function formOf(page: ResourcePage): ResourceForm {
  const { form, title, summary, content, publisher, language, licence, themes, segments, stages, sectors, territories, audiences, tags } = page;
  const clause = page.clause ?? noClause;
  return {
    requestId: '', form, title, summary, content, publisher, language, licence, themes, segments, stages, sectors, territories, audiences, tags, note: '',
    link: page.link ?? '', year: String(page.year ?? ''), legal: page.legal.join('\n'), cpv: page.cpv.join('\n'), place: placeKey(page), checkedOn: page.checkedOn ?? '', reviewOn: page.reviewOn ?? '',
    clauseText: clause.text, interest: clause.interest, watchPoints: clause.watchPoints.join('\n'), phase: clause.phase, contributor: clause.contributor,
  };
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);
/** An address typed without its beginning is one all the same. */
const asLink = (text: string): string | null => (text.trim() === '' ? null : /^https?:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`);

/** What is bought is said of clauses and documents. */
export const takesCpv = (form: string): boolean => ['clause', 'document'].includes(kindOfForm(form));

/** What is sent of a form; what it holds wrongly is for the server to name. */
export function fieldsFrom(written: ResourceForm): ResourceFields {
  const { form, title, summary, content, publisher, language, licence, themes, segments, stages, sectors, territories, audiences, tags } = written;
  const [access = 'network', spaceId = ''] = written.place.split(':');
  const clause = kindOfForm(form) === 'clause' && written.clauseText.trim()
    ? { text: written.clauseText, interest: written.interest, watchPoints: lines(written.watchPoints), phase: written.phase, contributor: written.contributor }
    : null;
  return {
    form, title, summary, content, publisher, language, licence, themes, segments, stages, sectors, territories, audiences, tags, clause,
    link: asLink(written.link), year: written.year.trim() === '' ? null : Number(written.year), legal: lines(written.legal), cpv: takesCpv(form) ? lines(written.cpv) : [], access: access as AccessLevel, spaceId,
    checkedOn: written.checkedOn || null, reviewOn: written.reviewOn || null,
  };
}

const fieldIds: Record<string, string> = { clause: 'clauseText', 'clause.text': 'clauseText', 'clause.interest': 'interest', 'clause.watchPoints': 'watchPoints', 'clause.contributor': 'contributor', access: 'place', spaceId: 'place' };

/** `fields.clause.watchPoints.2` → the field of the form that holds it. */
export function fieldOf(path: string): string {
  const name = path.replace(/^fields\./, '').replace(/\.\d+$/, '');
  return fieldIds[name] ?? name.split('.')[0] ?? name;
}

const storageKey = (place: string): string => `cohorte.person.resource-form.${place}`;

/** Keeps the form in this tab, so that a look at another page loses nothing. */
export function keepForm(place: string, form: ResourceForm | null): void {
  try {
    if (form) sessionStorage.setItem(storageKey(place), JSON.stringify(form));
    else sessionStorage.removeItem(storageKey(place));
  } catch {
    // A browser that refuses to store still shows the form.
  }
}

/** Storage can hold anything: only what has every field of a form comes back. */
export function keptForm(place: string, blank: ResourceForm): ResourceForm | undefined {
  try {
    const read = JSON.parse(sessionStorage.getItem(storageKey(place)) ?? 'null') as Partial<ResourceForm> | null;
    const whole = read !== null && Object.entries(blank).every(([name, value]) => Array.isArray(read[name as keyof ResourceForm]) === Array.isArray(value) && typeof read[name as keyof ResourceForm] === typeof value);
    return whole ? (read as ResourceForm) : undefined;
  } catch {
    return undefined;
  }
}
