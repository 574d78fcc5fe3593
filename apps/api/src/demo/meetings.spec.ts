import { agendaTimes, agendaTotals, editMeeting, sittingsOf } from '@cohorte/meetings/contract';
import { demoMeetings, demoStart } from './meetings';

const firstStart = new Date('2026-11-22T10:00:00Z');
const sittings = (meeting: (typeof demoMeetings)[number]) => sittingsOf({ ...meeting.details, startsAt: demoStart(meeting, firstStart).toISOString() });

describe('the meetings of the demonstration', () => {
  it('would be accepted from the form', () => {
    for (const { details } of demoMeetings) expect(editMeeting.input.safeParse({ meetingId: '01890000-0000-7000-8000-000000000001', version: 1, ...details }).error).toBeUndefined();
  });

  it('have agendas that fit exactly', () => {
    for (const { details } of demoMeetings) {
      const totals = agendaTotals(details.agenda, [details.minutes, ...details.laterSittings.map((later) => later.minutes)]);
      expect(totals.map((total) => total.planned)).toEqual(totals.map((total) => total.available));
    }
  });

  it('the workshop of Arras is on a Tuesday, its groups from 10:50 to 12:25', () => {
    const arras = demoMeetings.find((meeting) => meeting.key === 'arras') as (typeof demoMeetings)[number];
    const groups = agendaTimes(arras.details.agenda, sittings(arras))[3];
    expect([groups?.startsAt, groups?.endsAt]).toEqual(['2026-12-22T09:50:00.000Z', '2026-12-22T11:25:00.000Z']);
    expect(new Date(sittings(arras)[0]?.startsAt ?? '').getUTCDay()).toBe(2);
  });
});
