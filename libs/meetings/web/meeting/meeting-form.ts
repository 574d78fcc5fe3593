import type { AgendaPart, LaterSitting, MeetingDetails, MeetingKind, MeetingPage, PartKind } from '@cohorte/meetings/contract';

/** What the form holds: the details, and for a new meeting its first date as written. */
export interface MeetingForm {
  readonly requestId: string;
  readonly day: string;
  readonly time: string;
  readonly details: MeetingDetails;
}

let count = 0;
/** Unique inside one meeting is enough. */
export const newPartId = (): string => `${Date.now().toString(36)}${(count += 1).toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`;

export const newPart = (kind: PartKind = 'plenary', minutes = 30, sitting = 0): AgendaPart => ({
  id: newPartId(), kind, title: '', minutes, note: '', sitting, speakerIds: [], groups: kind === 'groups' ? [newGroup()] : [],
});

export const newGroup = (): AgendaPart['groups'][number] => ({ id: newPartId(), title: '', place: '', seats: null, note: '', speakerIds: [] });

const lengths: Partial<Record<MeetingKind, number>> = { 'participatory-workshop': 180, 'technical-day': 420, training: 420, 'general-assembly': 120, 'open-webinar': 60 };

/** A new meeting: what its kind usually is, all of it to be changed. */
export function blankDetails(kind: MeetingKind, inCohort: boolean): MeetingDetails {
  const audience = inCohort ? 'space' : kind === 'open-webinar' || kind === 'participatory-workshop' ? 'public' : 'network';
  return {
    title: '', kind, format: kind === 'technical-day' || kind === 'training' ? 'in-person' : 'video', audience, zone: 'Europe/Paris', objective: '', about: '', minutes: lengths[kind] ?? 90,
    laterSittings: [], placeName: '', placeAddress: '', placeAccess: '', visioUrl: '', dialIn: '', replayUrl: '', agenda: [], speakers: [], animatorIds: [],
  };
}

const fields = [
  'title', 'kind', 'format', 'audience', 'zone', 'objective', 'about', 'minutes', 'laterSittings', 'placeName', 'placeAddress', 'placeAccess', 'visioUrl', 'dialIn', 'replayUrl', 'agenda', 'speakers',
  'animatorIds',
] as const satisfies readonly (keyof MeetingDetails)[];

export function detailsOf(page: MeetingPage): MeetingDetails {
  const whole = { ...page, visioUrl: page.visioUrl ?? '', dialIn: page.dialIn ?? '' };
  return Object.fromEntries(fields.map((name) => [name, whole[name]])) as unknown as MeetingDetails;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields written since the meeting was read: only these are sent. */
export function changesSince(base: MeetingDetails, mine: MeetingDetails): Partial<MeetingDetails> {
  return Object.fromEntries(fields.filter((name) => !same(base[name], mine[name])).map((name) => [name, mine[name]]));
}

/** Mine over what somebody else saved meanwhile: nothing I wrote is lost; `both` names the fields we both changed. */
export function rebase(base: MeetingDetails, mine: MeetingDetails, theirs: MeetingDetails): { details: MeetingDetails; both: (keyof MeetingDetails)[] } {
  const changed = changesSince(base, mine);
  const both = fields.filter((name) => name in changed && !same(base[name], theirs[name]) && !same(mine[name], theirs[name]));
  return { details: { ...theirs, ...changed }, both };
}

const storageKey = (place: string): string => `cohorte.person.meeting-form.${place}`;

/** Keeps the form in this tab, so that a look at another page loses nothing. */
export function keepForm(place: string, form: MeetingForm | null): void {
  try {
    if (form) sessionStorage.setItem(storageKey(place), JSON.stringify(form));
    else sessionStorage.removeItem(storageKey(place));
  } catch {
    // A browser that refuses to store still shows the form.
  }
}

const isForm = (read: MeetingForm | null): read is MeetingForm =>
  read !== null && typeof read.requestId === 'string' && typeof read.details === 'object' && fields.every((name) => name in read.details) && Array.isArray(read.details.agenda);

/** Storage can hold anything: only what has every field of a form comes back. */
export function keptForm(place: string): MeetingForm | undefined {
  try {
    const read = JSON.parse(sessionStorage.getItem(storageKey(place)) ?? 'null') as MeetingForm | null;
    return isForm(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** One more day, like the one before it. */
export function nextSitting({ time, details }: MeetingForm): LaterSitting {
  const last = details.laterSittings.at(-1) ?? { afterDays: 0, time: time || '09:00', minutes: details.minutes };
  return { ...last, afterDays: last.afterDays + 1 };
}

/** What was refused, without the places in lists → its sentence below `meetings.form.problems`. */
const sentences: Readonly<Record<string, string>> = {
  title: 'title', minutes: 'minutes', agenda: 'tooManyParts', 'agenda.minutes': 'partMinutes', 'agenda.title': 'partTitle', 'agenda.groups': 'noGroup', 'agenda.groups.seats': 'seats',
  'agenda.groups.title': 'noGroup', 'speakers.name': 'speakerName', 'laterSittings.afterDays': 'afterDays', 'laterSittings.minutes': 'minutes',
};

/** Null when the platform's words will do. */
export function problemKey(path: string, code: string): string | null {
  if (code === 'not-a-link') return 'link';
  const what = path.split('.').filter((step) => !/^\d+$/.test(step)).join('.');
  return what === 'agenda.groups' && code === 'too-many' ? 'tooManyGroups' : (sentences[what] ?? null);
}

/** The id of the control a refused field belongs to. */
export function fieldIdOf(path: string): string {
  const [field = '', place, part] = path.split('.');
  if (place === undefined) return `co-meeting-${field}`;
  if (field === 'agenda') return part === 'minutes' ? `co-part-${place}-minutes` : `co-part-${place}-title`;
  if (field === 'speakers') return `co-speaker-${place}`;
  return field === 'laterSittings' ? `co-sitting-${place}` : `co-meeting-${field}`;
}
