import type { AccessLevel, DepositFields, DepositPlaceCard } from '@cohorte/library/contract';
import { placeKey } from '../resource-form';

/** What the files of a deposit have in common, as it is typed; an empty nature is guessed file by file. */
export interface DepositForm extends Omit<DepositFields, 'year' | 'access' | 'spaceId' | 'form'> {
  readonly form: string;
  readonly year: string;
  readonly place: string;
}

export function blankDeposit(places: readonly DepositPlaceCard[]): DepositForm {
  const usual = places.find(({ access }) => access === 'network') ?? places[0];
  return { form: '', licence: '', language: 'fr', publisher: '', year: '', themes: [], segments: [], stages: [], sectors: [], territories: [], audiences: [], tags: [], place: usual ? placeKey(usual) : '' };
}

export function depositFieldsFrom({ form, year, place, ...rest }: DepositForm): DepositFields {
  const [access = 'network', spaceId = ''] = place.split(':');
  return { ...rest, form: form || null, year: year.trim() === '' ? null : Number(year), access: access as AccessLevel, spaceId };
}

export function depositFormOf({ form, year, access, spaceId, ...rest }: DepositFields): DepositForm {
  return { ...rest, form: form ?? '', year: String(year ?? ''), place: placeKey({ access, spaceId }) };
}

export type DepositProblem = 'licence-needed' | 'licence-stays-inside' | 'year-wrong' | 'place-needed';

/** What must be looked at before anything is sent, and the field it stands in. */
export function depositProblems({ licence, place, year }: DepositForm): { field: 'licence' | 'year' | 'place'; problem: DepositProblem }[] {
  const value = Number(year);
  return [
    ...(licence ? [] : [{ field: 'licence' as const, problem: 'licence-needed' as const }]),
    ...(licence === 'network' && place.startsWith('public:') ? [{ field: 'licence' as const, problem: 'licence-stays-inside' as const }] : []),
    ...(year.trim() === '' || (Number.isInteger(value) && value >= 1950 && value <= 2100) ? [] : [{ field: 'year' as const, problem: 'year-wrong' as const }]),
    ...(place ? [] : [{ field: 'place' as const, problem: 'place-needed' as const }]),
  ];
}
