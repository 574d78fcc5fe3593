import type { Actor } from '@cohorte/networks/contract';
import { newId } from '@cohorte/platform/server';
import { CohortService } from '@cohorte/tracks/server';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RemindersSweep } from '../listening/reminders.sweep';
import { ToldCohort } from '../notifications.fixtures';

let told: ToldCohort;
let meetingId: string;
let people: { email: string; personId: string }[];
let cohortId: string;

/** A cohort of a template whose second meeting, dated, is prepared by two pieces of homework; one structure has done one. */
beforeAll(async () => {
  told = await ToldCohort.build(new Date('2026-01-05T08:00:00Z'));
  const { networks } = told.meetings;
  const { networkId, animator } = told.place;
  const structures = [await networks.aStructure(networkId, { name: 'CHU de Caen' }), await networks.aStructure(networkId, { name: 'CHU de Rouen' })];
  const form = { networkId, templateCode: 'ran-coper-spaser', name: 'SPASER', scope: 'mixed' as const, requestId: newId(), structures: structures.map((structureId) => ({ structureId })) };
  cohortId = (await told.app.get(CohortService).create(await networks.actor(animator.personId), form)).cohortId;
  const [step] = await told.sql<{ id: string; meeting_id: string }>('SELECT id, meeting_id FROM tracks_step WHERE cohort_id = $1 AND number = 2', [cohortId]);
  meetingId = step?.meeting_id ?? '';
  await told.sql(`UPDATE meetings_meeting SET starts_at = '2026-01-20T13:00:00Z', ends_at = '2026-01-20T14:30:00Z' WHERE id = $1`, [meetingId]);
  people = await Promise.all(structures.map(async (structureId, at) => {
    const email = `lead${at}@chu.example`;
    const personId = await networks.aPerson(`Lead ${at}`, email);
    await networks.joins(personId, structureId, 'lead');
    return { personId, email };
  }));
  const [, rouen] = structures;
  const actor: Actor = await networks.actor(people[1]?.personId ?? '');
  told.app.actAs(actor);
  const [first] = await told.sql<{ id: string }>('SELECT id FROM tracks_homework WHERE step_id = $1 ORDER BY position', [step?.id]);
  expect((await told.app.request('PUT', `/api/cohorts/${cohortId}/homework/${first?.id}/structures/${rouen}`, { done: true })).status).toBe(200);
  await told.register(meetingId, people);
  await told.emptied();
});
afterAll(() => told?.close());

const lastTo = async (at: number) => (await told.letters(people[at]?.email)).map(({ subject, text }) => ({ subject, text: text.replaceAll(/\s+/g, ' ') }))[0];

it('a week before a meeting, each is told what their structure has yet to prepare for it, and by which day', async () => {
  told.clock.set(new Date('2026-01-13T08:00:30Z'));
  await told.app.get(RemindersSweep).sweep();
  await told.post();
  const [caen, rouen] = [await lastTo(0), await lastTo(1)];
  expect(caen?.subject).toMatch(/^Dans une semaine/);
  expect(caen?.text).toContain('À préparer avant - Identifier les personnes à associer dans la structure (pour le dimanche 18 janvier 2026)');
  expect(caen?.text).toContain('Regarder le webinaire national de 2022');
  expect(caen?.text).toContain(`/parcours/${cohortId}`);
  expect(rouen?.text).not.toContain('Identifier les personnes');
  expect(rouen?.text).toContain('Regarder le webinaire national de 2022');
});

it('an hour before, it is no longer said', async () => {
  told.clock.set(new Date('2026-01-20T12:00:30Z'));
  await told.app.get(RemindersSweep).sweep();
  await told.post();
  const last = await lastTo(0);
  expect(last?.subject).toMatch(/^Dans une heure/);
  expect(last?.text).not.toContain('À préparer avant');
});
