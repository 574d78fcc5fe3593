import type { AgendaPart, MeetingDetails } from '@cohorte/meetings/contract';
import type { MeetingEditing } from '@cohorte/meetings/server';
import type { Tx } from '@cohorte/platform/server';
import { parisInstant, parisParts } from './paris-time.rule';

interface DemoMeeting {
  readonly key: string;
  /** Whole weeks after the first start, and the day of that week, from Monday. */
  readonly week: number;
  readonly weekday: number;
  readonly time: string;
  readonly details: MeetingDetails;
}

const blank: MeetingDetails = {
  title: '', kind: 'other', format: 'video', audience: 'network', zone: 'Europe/Paris', objective: '', about: '', minutes: 90, laterSittings: [], placeName: '', placeAddress: '', placeAccess: '',
  visioUrl: '', dialIn: '', replayUrl: '', agenda: [], speakers: [], animatorIds: [],
};

type Written = Partial<Pick<AgendaPart, 'title' | 'note' | 'speakerIds' | 'groups' | 'sitting'>>;
let parts = 0;
const part = (kind: AgendaPart['kind'], minutes: number, more: Written = {}): AgendaPart => ({ id: `temps-${(parts += 1)}`, kind, minutes, title: '', note: '', sitting: 0, speakerIds: [], groups: [], ...more });
const group = (number: number, title: string, place: string) => ({ id: `groupe-${number}`, title, place, seats: 25, note: '', speakerIds: [] });

/** Meetings of the network beside its track: the shapes real ones take, with invented people. */
export const demoMeetings: readonly DemoMeeting[] = [
  {
    key: 'arras', week: 5, weekday: 2, time: '09:00',
    details: {
      ...blank, title: 'Questionnons ensemble la relation avec les fournisseurs', kind: 'participatory-workshop', format: 'in-person', audience: 'public', minutes: 240,
      objective: 'Se connaître, innover ensemble, et garder une relation saine pendant tout l’achat.',
      about: 'Une matinée entre collectivités, hôpitaux et entreprises pour repérer ce qui fait une relation responsable avec un fournisseur. Chacun choisit un groupe sur place.',
      placeName: 'La Citadelle', placeAddress: 'Boulevard du Général-de-Gaulle\n62000 Arras', placeAccess: 'Gare à 20 minutes à pied, navette à 8 h 30. Rez-de-chaussée accessible en fauteuil.',
      speakers: [{ id: 'solene', name: 'Solène Marchetti', role: 'Chercheuse en pensée systémique', organisation: 'Université d’Artois', personId: null }],
      agenda: [
        part('welcome', 30, { title: 'Accueil des participants' }),
        part('plenary', 70, { title: 'Pensée systémique et coopération : transformer le processus d’achat ?', speakerIds: ['solene'] }),
        part('break', 10),
        part('groups', 95, {
          title: 'Groupes de travail thématiques', note: 'Témoignages, puis échanges pour identifier les marqueurs d’une relation responsable.',
          groups: [
            group(1, 'Comment embarquer entreprises et acheteurs sur la transition écologique ?', 'Salle des Ingénieurs'),
            group(2, 'Comment simplifier l’achat et faciliter l’expérimentation en territoire ?', 'Salle Vauban'),
            group(3, 'Comment prévenir les risques et définir une relation financière équilibrée ?', 'Le Mess'),
          ],
        }),
        part('break', 5, { title: 'Changement de salle' }),
        part('restitution', 30, { title: 'Plénière de restitution', note: 'Croiser les regards et arrêter les marqueurs d’une relation équilibrée.' }),
      ],
    },
  },
  {
    key: 'webinaire', week: 3, weekday: 4, time: '11:00',
    details: {
      ...blank, title: 'Le SPASER, par où commencer ?', kind: 'open-webinar', audience: 'public', minutes: 60, objective: 'Comprendre en une heure ce qu’un SPASER change à vos achats.',
      about: 'Ouvert à toutes et à tous, sans compte. La rediffusion sera sur cette page.', visioUrl: 'https://visio.exemple.fr/ran-coper-spaser', dialIn: '01 99 00 12 34, code 4821#',
      speakers: [{ id: 'marc', name: 'Marc Tellier', role: 'Responsable des achats durables', organisation: 'Ville de Caen', personId: null }],
      agenda: [part('plenary', 20, { title: 'Ce que dit la loi, qui est concerné' }), part('plenary', 20, { title: 'Retour d’expérience', speakerIds: ['marc'] }), part('questions', 20, { title: 'Vos questions' })],
    },
  },
  {
    key: 'formation', week: 7, weekday: 1, time: '09:30',
    details: {
      ...blank, title: 'Rédiger des clauses environnementales pour les travaux', kind: 'training', format: 'mixed', audience: 'network', minutes: 420, objective: 'Savoir choisir, écrire et contrôler une clause.',
      laterSittings: [{ afterDays: 1, time: '09:00', minutes: 210 }], placeName: 'Maison du réseau', placeAddress: '12 quai de la Londe\n14000 Caen', visioUrl: 'https://visio.exemple.fr/formation-clauses',
      agenda: [
        part('welcome', 15, { title: 'Accueil' }), part('part', 165, { title: 'Temps 1 : lire une clause et son contrôle' }), part('break', 75, { title: 'Déjeuner' }), part('part', 165, { title: 'Temps 2 : écrire la vôtre' }),
        part('part', 180, { title: 'Temps 3 : relectures croisées', sitting: 1 }), part('restitution', 30, { title: 'Ce que chacun emporte', sitting: 1 }),
      ],
    },
  },
  {
    key: 'copil', week: 9, weekday: 5, time: '14:00',
    details: {
      ...blank, title: 'Comité de pilotage du réseau', kind: 'steering-committee', audience: 'space', minutes: 120, objective: 'Bilan du semestre et priorités du suivant.', visioUrl: 'https://visio.exemple.fr/copil',
      agenda: [part('plenary', 40, { title: 'Bilan du semestre' }), part('round-table', 50, { title: 'Vos priorités' }), part('plenary', 30, { title: 'Décisions et calendrier' })],
    },
  },
];

/** The hour in Paris on a weekday some weeks after the first start. */
export function demoStart({ week, weekday, time }: Pick<DemoMeeting, 'week' | 'weekday' | 'time'>, firstStart: Date): Date {
  const { year, month, day } = parisParts(firstStart);
  const today = Date.UTC(year, month - 1, day);
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * 86_400_000;
  const date = new Date(monday + (week * 7 + weekday - 1) * 86_400_000).toISOString().slice(0, 10);
  return parisInstant(`${date}T${time}`);
}

/** Makes them in the transaction of the demonstration; answers their ids by key. */
export async function addDemoMeetings(tx: Tx, editing: MeetingEditing, given: { networkId: string; by: string; firstStart: Date; newId: () => string }): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const meeting of demoMeetings) {
    const { networkId, by, firstStart, newId } = given;
    const meetingId = await editing.createIn(tx, { by, spaceId: networkId, networkId, details: meeting.details, startsAt: demoStart(meeting, firstStart), publish: true, requestId: newId() });
    made.set(meeting.key, meetingId);
  }
  return made;
}
