import type { MeetingAudience, RegistrationCause, RegistrationStatus, SeatPolicy, SeatWay, Standing } from '../../contract';

/** The places of one meeting, as locked. */
export interface SeatsRow {
  policy: SeatPolicy;
  version: number;
  numbers: number;
  turns: number;
  lines: number;
  seed: string;
  drawnAt: Date | null;
}

export interface MeetingRow {
  spaceId: string;
  networkId: string;
  startsAt: Date | null;
  minutes: number;
  cancelledAt: Date | null;
  audience: MeetingAudience;
}

/** A registration as the rules of places and the acts on it read it. */
export interface RegistrationRow extends Standing {
  readonly cause: RegistrationCause;
  readonly number: number;
  readonly personId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly structureId: string | null;
  readonly structureName: string | null;
  readonly isExempt: boolean;
  readonly registeredBy: string | null;
  readonly pollId: string | null;
  readonly nonce: string;
}

/** What is written of someone who enters, or comes back. */
export interface Entry {
  readonly personId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly structureId: string | null;
  readonly structureName: string | null;
  readonly isSmall: boolean;
  readonly isExempt: boolean;
  readonly way: SeatWay | null;
  readonly isVisible: boolean;
  readonly answers: Record<string, unknown>;
  readonly needs: readonly string[];
  readonly needsNote: string | null;
  readonly message: string | null;
  readonly registeredBy: string | null;
  readonly pollId: string | null;
}

export const bareEntry: Entry = {
  personId: null, email: null, name: null, structureId: null, structureName: null, isSmall: false, isExempt: false, way: null, isVisible: false, answers: {}, needs: [],
  needsNote: null, message: null, registeredBy: null, pollId: null,
};

/** «Jean  DUPONT» and «jean dupont» are one person at one address. */
export const nameKey = (name: string): string => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Whoever asks for a place: an account, or a name at an address. */
export interface Who {
  readonly personId: string | null;
  readonly email: string | null;
  readonly name: string | null;
}

/** What makes two requests those of one person; null of someone erased. */
export const whoKey = ({ personId, email, name }: Who): string | null => personId ?? (email === null ? null : `${email.trim().toLowerCase()} ${nameKey(name ?? '')}`);

export const registrationColumns = `
  id, status, cause, turn::float8 AS turn, number::float8 AS number, way, coalesce(structure_id::text, lower(structure_name)) AS structure, is_small AS "isSmall", offer_until AS "offerUntil",
  offer_shared AS shared, person_id AS "personId", email, name, structure_id AS "structureId", structure_name AS "structureName", is_exempt AS "isExempt",
  registered_by AS "registeredBy", poll_id AS "pollId", nonce`;

/** Statuses that mean: this person is coming, or hopes to. */
export const standingStatuses: readonly RegistrationStatus[] = ['registered', 'offered', 'waiting', 'pending', 'to-confirm'];
