import { KeepsPersonalData, People, type PersonalDataSource } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

const columns = `
  m.title AS meeting, m.starts_at AS "startsAt", r.status, r.cause, r.number::float8 AS number, r.is_visible AS "isVisible", r.answers, r.needs, r.needs_note AS "needsNote",
  r.message AS request, r.decision_message AS answer, r.structure_name AS structure, r.asked_at AS "askedAt"`;

/** What registration keeps about a person: theirs, those they made for colleagues, and those at their address. */
@KeepsPersonalData('meetings-registrations')
@Injectable()
export class RegistrationPersonalData implements PersonalDataSource {
  constructor(
    private readonly database: Database,
    private readonly people: People,
  ) {}

  personalDataOf(personId: string): Promise<Record<string, unknown>> {
    return this.database.transaction(systemActor('meetings'), async (tx) => {
      const email = (await this.people.contactsOf(tx, [personId]))[0]?.email ?? null;
      const read = (where: string, value: string | null, more = '') =>
        tx.query<unknown[]>(`SELECT ${columns}${more} FROM meetings_registration r JOIN meetings_meeting m ON m.id = r.meeting_id WHERE ${where} ORDER BY r.asked_at, r.id`, [value]);
      return {
        registrations: await read('r.person_id = $1', personId),
        atMyAddress: await read('r.email = $1', email, ', r.name'),
        madeForColleagues: await read('r.registered_by = $1 AND r.person_id IS DISTINCT FROM $1', personId, ', r.name, r.email'),
      };
    });
  }
}
