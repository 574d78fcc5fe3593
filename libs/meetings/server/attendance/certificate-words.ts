import { formatDay } from '@cohorte/platform/contract';
import type { CertifiedMeeting } from '../../contract';
import type { CertificateRow } from './certificate-issuer';

export interface CertificateLines {
  readonly title: string;
  readonly network: string;
  readonly name: string;
  readonly says: string;
  readonly subject: string;
  readonly meetings: readonly { title: string; when: string; length: string }[];
  readonly scope: string;
  readonly issued: string;
}

/** Names as French says them; others by the city of their name. */
const zoneWords: Record<string, string> = {
  'Indian/Reunion': 'de La Réunion', 'Indian/Mayotte': 'de Mayotte', 'America/Guadeloupe': 'de la Guadeloupe', 'America/Martinique': 'de la Martinique', 'America/Cayenne': 'de Cayenne',
  'America/Miquelon': 'de Saint-Pierre-et-Miquelon', 'Pacific/Noumea': 'de Nouméa', 'Pacific/Tahiti': 'de Tahiti', 'Pacific/Wallis': 'de Wallis', UTC: 'UTC',
};
const ofZone = (zone: string): string => zoneWords[zone] ?? `de ${zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone}`;

/** «jeudi 26 mars 2026 à 14 h (heure de Paris)» on the clock of the meeting's own zone. */
export function whenOf({ startsAt, zone }: CertifiedMeeting): string {
  const part = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat('fr-FR', { timeZone: zone, ...options }).format(new Date(startsAt));
  const [hours = '', minutes = ''] = part({ hour: '2-digit', minute: '2-digit' }).split(':');
  const clock = `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
  return `${part({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })} à ${clock} (heure ${ofZone(zone)})`;
}

/** 90 → «1 h 30», 45 → «45 min», 420 → «7 h». */
export function lengthOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}

/** All that a certificate says, in French: its readers are French administrations, whatever language its holder reads. */
export function certificateLines({ facts, name, issuedAt }: Pick<CertificateRow, 'facts' | 'name' | 'issuedAt'>): CertificateLines {
  const isTrack = facts.kind === 'track';
  return {
    title: isTrack ? 'Attestation de suivi de parcours' : 'Attestation de présence',
    network: facts.networkName,
    name,
    says: isTrack ? 'a suivi le parcours' : 'a participé à la rencontre',
    subject: facts.title,
    meetings: facts.meetings.map((meeting) => ({ title: isTrack ? meeting.title : '', when: whenOf(meeting), length: lengthOf(meeting.minutes) })),
    scope: isTrack
      ? `${facts.meetings.length} rencontres suivies sur ${facts.planned}. Cette attestation porte sur la présence, non sur des compétences.`
      : 'Cette attestation porte sur la présence, non sur des compétences.',
    issued: `Délivrée le ${formatDay(issuedAt.toISOString())}.`,
  };
}
