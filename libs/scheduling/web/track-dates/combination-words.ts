import type { CombinationsView, Reason, Relaxation, Requirement } from '@cohorte/scheduling/contract';
import type { TrackDates } from './track-plan';
import type { TrackWords } from './track-words';

/** What the ids of reasons stand for on this page. */
export interface Named {
  readonly page: Pick<TrackDates, 'meetings' | 'people' | 'structures'>;
  readonly units: CombinationsView['units'];
}

export const numberOf = ({ page }: Named, meetingId: string): number => page.meetings.find((meeting) => meeting.id === meetingId)?.number ?? 0;
const unitName = ({ units }: Named, id: string): string => units.find((unit) => unit.id === id)?.name ?? '–';

export function requirementName(words: TrackWords, page: Named['page'], requirement: Requirement): string {
  if (requirement.kind === 'role') return words.say(`roles.${requirement.role}`);
  if (requirement.kind === 'person') return page.people.find((person) => person.personId === requirement.personId)?.name ?? '–';
  return page.structures.find((structure) => structure.id === requirement.structureId)?.name ?? '–';
}

/** «7 semaines», or in days where that says more. */
export function gapLength(words: TrackWords, days: number): string {
  return days >= 14 || days % 7 === 0 ? words.count(Math.round(days / 7), 'weeks') : words.count(days, 'days');
}

const namesOf = (words: TrackWords, named: Named, ids: readonly string[]): string => words.list(ids.map((id) => unitName(named, id)));

type Said = { [K in Reason['kind']]: (reason: Extract<Reason, { kind: K }>, words: TrackWords, named: Named) => Record<string, string | number> };

const values: Said = {
  everyone: () => ({}),
  loses: ({ meetingId, unitIds }, words, named) => ({ number: numberOf(named, meetingId), names: namesOf(words, named, unitIds) }),
  'loses-again': ({ unitId, meetingIds }, words, named) => ({ name: unitName(named, unitId), meetings: words.meetings(meetingIds.map((id) => numberOf(named, id))) }),
  'quorum-tight': ({ meetingId, present, of }, _words, named) => ({ number: numberOf(named, meetingId), present, of }),
  'required-strained': ({ meetingId, requirement }, words, named) => ({ number: numberOf(named, meetingId), who: requirementName(words, named.page, requirement) }),
  'if-need-be': ({ meetingId, unitIds }, words, named) => ({ number: numberOf(named, meetingId), names: namesOf(words, named, unitIds) }),
  'school-holiday': ({ meetingId, name }, words, named) => ({ number: numberOf(named, meetingId), name: words.say(`school.${name}`) }),
  'school-unknown': ({ meetingId }, _words, named) => ({ number: numberOf(named, meetingId) }),
  bridge: ({ meetingId }, _words, named) => ({ number: numberOf(named, meetingId) }),
  gap: ({ fromId, toId, days }, words, named) => ({ length: gapLength(words, days), from: numberOf(named, fromId), to: numberOf(named, toId) }),
};

export function reasonWords(reason: Reason, words: TrackWords, named: Named): string {
  const say = values[reason.kind] as (reason: Reason, words: TrackWords, named: Named) => Record<string, string | number>;
  return words.say(`reasons.${reason.kind}`, say(reason, words, named));
}

export function relaxationWords(relaxation: Relaxation, words: TrackWords, named: Named): string {
  const number = numberOf(named, relaxation.meetingId);
  if (relaxation.kind === 'required') return words.say(`relaxations.${relaxation.silent ? 'requiredSilent' : 'required'}`, { number, who: requirementName(words, named.page, relaxation.requirement) });
  const { from, to } = relaxation;
  if (relaxation.kind === 'quorum') return to === null ? words.say('relaxations.quorumNone', { number }) : words.say('relaxations.quorum', { number, from, to });
  if (to === null) return words.say('relaxations.maxNone', { number });
  return words.say(`relaxations.${relaxation.kind}`, { number, from: words.count(from, 'weeks'), to: words.count(to, 'weeks') });
}

/** Reasons that ask to be weighed stand out from those that inform. */
export const isLoss = (reason: Reason): boolean => reason.kind === 'loses' || reason.kind === 'loses-again';
export const isWarning = (reason: Reason): boolean => reason.kind === 'quorum-tight' || reason.kind === 'required-strained' || reason.kind === 'school-holiday' || reason.kind === 'bridge';
