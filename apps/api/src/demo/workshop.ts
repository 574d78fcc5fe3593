import { type MeetingDetails, policyOfSpace, type SeatPolicy } from '@cohorte/meetings/contract';
import type { Attendee, MeetingEditing, MeetingSeats } from '@cohorte/meetings/server';
import { newId, type Tx } from '@cohorte/platform/server';
import { shiftWeeks } from './launch-date.rule';
import { demoPeople } from './people';

const workshop: MeetingDetails = {
  format: 'video', audience: 'public', zone: 'Europe/Paris', laterSittings: [], placeName: '', placeAddress: '', placeAccess: '', dialIn: '', replayUrl: '', speakers: [], animatorIds: [], kind: 'participatory-workshop', title: 'Atelier participatif national : suivre et définir des indicateurs', minutes: 120,
  objective: 'Choisir, en petits groupes, les indicateurs qui feront vivre un schéma : peu nombreux, mesurables, et tenus par quelqu’un.',
  about: 'Soixante places, réservées aux structures soumises au Code de la commande publique. Quand une place se libère, elle est proposée à la première personne de la liste d’attente.',
  visioUrl: 'https://visio.example/atelier-indicateurs', agenda: [],
};

const rule: SeatPolicy = {
  ...policyOfSpace('', 'network'), places: 60, promotion: 'offer', perStructure: { most: 3, until: null },
  audience: { subjectToCode: true, cohortIds: [], departments: [], kinds: [], roles: [] },
};

const firstNames = ['Adèle', 'Basile', 'Cyrille', 'Diane', 'Édouard', 'Faustine', 'Gaspard', 'Héloïse', 'Ilyès', 'Joséphine', 'Karim', 'Lison', 'Maëlle', 'Noam', 'Ondine'];
const lastNames = ['Aubrée', 'Bellanger', 'Carpentier', 'Delamare', 'Évrard', 'Fontaine'];
const places = ['Ville de Clairval', 'Communauté de communes du Val-Doré', 'Département des Hauts-Bocages', 'Ville de Montbrume', 'Syndicat des eaux de la Vire-Haute', 'Région Marche-Océane', 'Agglomération de Portbrise'];

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Invented people of invented places, the same at every start; three a place, as the rule allows. */
function guest(index: number): Attendee & { structureName: string } {
  const [first = '', last = ''] = [firstNames[index % firstNames.length], lastNames[Math.floor(index / firstNames.length) % lastNames.length]];
  const place = Math.floor(index / 3);
  const structureName = `${places[place % places.length]}${place >= places.length ? ` ${Math.floor(place / places.length) + 1}` : ''}`;
  return { personId: null, structureId: null, name: `${first} ${last}`, email: `${plain(first)}.${plain(last)}@acheteurs.example`, structureName };
}

/** People who may sign in: the first three hold a place, the last two wait, first and second. */
const known = [
  { key: 'nathalie-vasseur', turn: 3 }, { key: 'marion-lecoq', turn: 11 }, { key: 'olivier-prevost', turn: 24 }, { key: 'isabelle-fauvel', turn: 60 }, { key: 'bruno-duhamel', turn: 61 },
] as const;

const requests = 75;

interface Doors {
  readonly editing: MeetingEditing;
  readonly seats: MeetingSeats;
}

/** A national workshop of sixty places that seventy-five people asked for. */
export async function openWorkshop(tx: Tx, { editing, seats }: Doors, ids: ReadonlyMap<string, string>, firstStart: Date): Promise<void> {
  const idOf = (key: string): string => ids.get(key) ?? '';
  const networkId = idOf('network');
  const place = { by: idOf('claire-lemarchand'), spaceId: networkId, networkId, publish: true };
  const workshopId = await editing.createIn(tx, { ...place, details: workshop, startsAt: new Date(shiftWeeks('2024-11-12T14:00', firstStart)), requestId: newId() });
  const people: (Attendee & { structureName?: string })[] = Array.from({ length: requests - known.length }, (_, index) => guest(index));
  for (const { key, turn } of known) {
    const person = demoPeople.find((one) => one.key === key);
    const structure = person?.roles.find(({ role }) => role === 'lead')?.space;
    people.splice(turn, 0, { personId: idOf(key), email: person?.email ?? '', name: person?.name ?? '', structureId: structure ? idOf(structure) : null });
  }
  await seats.load(tx, workshopId, rule, people);
}
