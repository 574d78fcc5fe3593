import { AttendanceService, SurveyService } from '@cohorte/meetings/server';
import { ActorService } from '@cohorte/networks/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database, newId } from '@cohorte/platform/server';
import type { INestApplicationContext } from '@nestjs/common';

/** How the launch went: who did not come, and what some said of it. Everyone else was there. */
const absences: Readonly<Record<string, 'excused' | 'absent'>> = { 'patrick-besnard': 'excused', 'thomas-leroux': 'absent' };
const opinions = [
  { useful: 4, pace: 'right', words: 'Le tour de table a fait du bien : on se sent moins seuls.' },
  { useful: 4, pace: 'right', words: 'Garder les exemples de clauses, ils sont parlants.' },
  { useful: 3, pace: 'too-fast', words: 'Un peu dense sur la partie juridique.' },
  { useful: 4, pace: 'right', words: '' },
  { useful: 3, pace: 'right', words: 'Envoyer les documents à lire une semaine avant.' },
  { useful: 2, pace: 'too-slow', words: '' },
] as const;

/** Keeps the list of the first meeting as its animator would have, closes it, and lets a few people say what they thought. */
export async function attendLaunch(app: INestApplicationContext, ids: ReadonlyMap<string, string>): Promise<void> {
  const get = <T>(token: abstract new (...args: never[]) => T): T => app.get<T>(token, { strict: false });
  const [meeting] = await get(Database).transaction(systemActor('demo'), (tx) =>
    tx.query<{ id: string; ends_at: Date }[]>('SELECT id, ends_at FROM meetings_meeting WHERE space_id = $1 AND ends_at < now() ORDER BY position LIMIT 1', [ids.get('cohort')]));
  if (!meeting) return;
  const keys = new Map([...ids].map(([key, id]) => [id, key]));
  const animator = await get(ActorService).actorOf({ personId: ids.get('claire-lemarchand') ?? '' });
  const attendance = get(AttendanceService);
  const { lines } = await attendance.list(animator, meeting.id);
  const at = meeting.ends_at.toISOString();
  const marks = lines.map(({ key }) => ({ id: newId(), key, state: absences[keys.get(key.slice(2)) ?? ''] ?? ('present' as const), at }));
  if (marks.length > 0) await attendance.mark(animator, { meetingId: meeting.id, marks });
  await attendance.add(animator, { meetingId: meeting.id, id: newId(), name: 'Élise Caron', structureName: 'Région Normandie', at });
  await attendance.close(animator, meeting.id);
  const people = lines.map(({ key }) => key.slice(2)).filter((personId) => keys.get(personId) !== 'nathalie-vasseur');
  for (const [place, opinion] of opinions.entries()) {
    const personId = people[place];
    if (personId) await get(SurveyService).answer(await get(ActorService).actorOf({ personId }), { meetingId: meeting.id, signed: false, ...opinion });
  }
}
