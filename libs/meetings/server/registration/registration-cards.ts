import { People } from '@cohorte/identity/server';
import { StructureFacts } from '@cohorte/networks/server';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { PlaceRow, RegistrationAnswers, RegistrationCard, RegistrationCause, RegistrationStatus, SeatWay } from '../../contract';

interface Row {
  id: string;
  meetingId: string;
  personId: string | null;
  email: string | null;
  name: string | null;
  structureId: string | null;
  structureName: string | null;
  status: RegistrationStatus;
  cause: RegistrationCause;
  number: number;
  way: SeatWay | null;
  offerUntil: Date | null;
  isShared: boolean;
  isVisible: boolean;
  answers: RegistrationAnswers;
  needs: PlaceRow['needs'];
  needsNote: string | null;
  isUnmatched: boolean;
  isExempt: boolean;
  request: string | null;
  message: string | null;
  registeredBy: string | null;
  askedAt: Date;
  position: number | null;
}

const columns = `
  r.id, r.meeting_id AS "meetingId", r.person_id AS "personId", r.email, r.name, r.structure_id AS "structureId", r.structure_name AS "structureName", r.status, r.cause,
  r.number::float8 AS number, r.way, r.offer_until AS "offerUntil", r.offer_shared AS "isShared", r.is_visible AS "isVisible", r.answers, r.needs, r.needs_note AS "needsNote",
  r.unmatched_at IS NOT NULL AS "isUnmatched", r.is_exempt AS "isExempt", r.message AS request, r.decision_message AS message, r.registered_by AS "registeredBy", r.asked_at AS "askedAt",
  CASE WHEN r.status = 'waiting' THEN
    (SELECT count(*)::int FROM meetings_registration w WHERE w.meeting_id = r.meeting_id AND w.status = 'waiting' AND w.turn <= r.turn) END AS position`;

export interface CardRow extends PlaceRow {
  readonly personId: string | null;
  readonly registeredById: string | null;
}

/** Reads registrations with the names behind them; the caller has asked who may read which. */
@Injectable()
export class RegistrationCards {
  constructor(
    private readonly people: People,
    private readonly structures: StructureFacts,
  ) {}

  read(tx: Tx, where: string, values: unknown[]): Promise<CardRow[]> {
    return asSystem(tx, 'meetings', async () => {
      const rows = await tx.query<Row[]>(`SELECT ${columns} FROM meetings_registration r WHERE ${where}`, values);
      const people = rows.flatMap(({ personId }) => personId ?? []);
      const registered = rows.flatMap(({ registeredBy }) => registeredBy ?? []);
      const contacts = new Map(people.length === 0 ? [] : (await this.people.contactsOf(tx, people)).map((contact) => [contact.id, contact]));
      const structures = await this.structures.namesOf(tx, rows.flatMap(({ structureId }) => structureId ?? []));
      const registrars = registered.length === 0 ? new Map<string, string | null>() : await this.people.namesOf(tx, registered);
      return rows.map((row) => toCard(row, {
        contact: row.personId ? contacts.get(row.personId) : undefined,
        structure: row.structureId ? structures.get(row.structureId) : undefined,
        registrar: row.registeredBy ? registrars.get(row.registeredBy) : undefined,
      }));
    });
  }

  /** Those who come and chose to be seen by those who come. */
  async seen(tx: Tx, meetingId: string): Promise<{ name: string; structureName: string | null }[]> {
    const rows = await this.read(tx, `r.meeting_id = $1 AND r.status = 'registered' AND r.is_visible ORDER BY r.number`, [meetingId]);
    return rows.filter(({ name }) => name !== '').map(({ name, structureName }) => ({ name, structureName }));
  }
}

interface Names {
  readonly contact: { readonly name: string; readonly email: string } | undefined;
  readonly structure: string | undefined;
  readonly registrar: string | null | undefined;
}

/** Someone erased since has neither name nor address any more. */
const toCard = ({ id, name, email, registeredBy, offerUntil, askedAt, ...row }: Row, { contact, structure, registrar }: Names): CardRow => ({
  ...row, ...(contact ? { name: contact.name, email: contact.email } : { name: name ?? '', email: email ?? '' }), registrationId: id, structureName: structure ?? row.structureName,
  offerUntil: offerUntil?.toISOString() ?? null, askedAt: askedAt.toISOString(), registeredBy: registrar ?? null, registeredById: registeredBy,
});

/** What whoever may act on a registration sees of it. */
export const cardOf = (row: CardRow, readerId: string | null): RegistrationCard => ({ ...row, isMine: readerId !== null && row.personId === readerId });
