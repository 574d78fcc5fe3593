import type { NetworkStructure } from '@cohorte/networks/contract';
import { emailPattern, plain } from '@cohorte/platform/contract';
import { type CohortScope, cohortScopes } from '@cohorte/tracks/contract';

/** What the page that opens a cohort has been told so far. */
export interface NewCohortForm {
  /** Made once with the form: sent twice, it opens one cohort. */
  readonly requestId: string;
  readonly name: string;
  readonly scope: CohortScope | null;
  readonly chosen: readonly string[];
  /** Structure → address of the lead to invite. */
  readonly emails: Readonly<Record<string, string>>;
  /** Of a track held again: the day of its first meeting, and step → date written by hand (`2027-03-16T14:00`, empty for none). */
  readonly firstDay: string;
  readonly walls: Readonly<Record<string, string>>;
}

/** As many as the server takes at once. */
export const structuresMax = 60;

export const isEmail = (text: string): boolean => emailPattern.test(text.trim());

/** Every word sought is somewhere in the names or the town, accents and case aside. */
export function namesMatch({ name, shortName, town }: Pick<NetworkStructure, 'name' | 'shortName' | 'town'>, sought: string): boolean {
  const text = plain([name, shortName, town].filter(Boolean).join(' '));
  return plain(sought).split(/\s+/).every((word) => text.includes(word));
}

export const wantsLead = (structure: Pick<NetworkStructure, 'leadName' | 'leadInvited'>): boolean => structure.leadName === null && structure.leadInvited !== true;

const rank = (structure: Pick<NetworkStructure, 'parentId' | 'kind'>): number => (structure.parentId !== null ? 2 : structure.kind === 'hospital_group' ? 0 : 1);

/** Groups, then structures that stand for themselves, then establishments of groups: these are rarely taken in by themselves. */
export const headsFirst = (structures: readonly NetworkStructure[]): NetworkStructure[] => [...structures].sort((a, b) => rank(a) - rank(b));

/** Which field, and the sentence below `tracks.create` that says what is wrong. */
export interface FormProblem {
  readonly fieldId: string;
  readonly key: 'needName' | 'needScope' | 'tooMany' | 'badEmail';
  readonly values: Record<string, string | number>;
}

export const emailFieldId = (structureId: string): string => `lead-${structureId}`;

export function problemsIn(form: NewCohortForm, structures: readonly NetworkStructure[]): FormProblem[] {
  const length = form.name.trim().length;
  const invited = structures.filter((structure) => form.chosen.includes(structure.id) && wantsLead(structure));
  const wrong = invited.filter((structure) => (form.emails[structure.id] ?? '').trim() !== '' && !isEmail(form.emails[structure.id] ?? ''));
  return [
    ...(length < 3 || length > 120 ? [{ fieldId: 'cohort-name', key: 'needName' as const, values: {} }] : []),
    ...(form.scope ? [] : [{ fieldId: 'cohort-scope', key: 'needScope' as const, values: {} }]),
    ...(form.chosen.length > structuresMax ? [{ fieldId: 'cohort-structures', key: 'tooMany' as const, values: { max: structuresMax } }] : []),
    ...wrong.map((structure) => ({ fieldId: emailFieldId(structure.id), key: 'badEmail' as const, values: { name: structure.name } })),
  ];
}

/** What is sent: an address typed for a structure that was then unticked, or that has a lead, stays here. */
export function newcomersOf(form: NewCohortForm, structures: readonly NetworkStructure[]): { structureId: string; leadEmail?: string }[] {
  return structures.filter((structure) => form.chosen.includes(structure.id)).map((structure) => {
    const email = wantsLead(structure) ? (form.emails[structure.id] ?? '').trim() : '';
    return { structureId: structure.id, ...(email && { leadEmail: email }) };
  });
}

/** Of a network, or of a track held again: each has its own form. */
const storageKey = (ofWhat: string): string => `cohorte.person.new-cohort.${ofWhat}`;

/** Keeps the form in this tab, so that a look at another page loses nothing. */
export function keepForm(ofWhat: string, form: NewCohortForm | null): void {
  try {
    if (form) sessionStorage.setItem(storageKey(ofWhat), JSON.stringify(form));
    else sessionStorage.removeItem(storageKey(ofWhat));
  } catch {
    // A browser that refuses to store still shows the form.
  }
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
const textsByKey = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(typeof value === 'object' && value !== null ? value : {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** Storage can hold anything: only what has the shape of a form comes back. */
export function keptForm(ofWhat: string): NewCohortForm | undefined {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(storageKey(ofWhat)) ?? 'null');
    if (typeof read !== 'object' || read === null) return undefined;
    const { requestId, name, scope, chosen, emails, firstDay, walls } = read as Record<string, unknown>;
    if (typeof requestId !== 'string' || typeof name !== 'string') return undefined;
    const day = typeof firstDay === 'string' ? firstDay : '';
    return { requestId, name, scope: cohortScopes.find((known) => known === scope) ?? null, chosen: texts(chosen), emails: textsByKey(emails), firstDay: day, walls: textsByKey(walls) };
  } catch {
    return undefined;
  }
}

/** A random identifier; `crypto.randomUUID` exists only on https and loopback addresses. */
export function newRequestId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
