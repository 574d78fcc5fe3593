import { type AgendaPart, agendaTimes, agendaTotals, movePart, overlapping, sittingsOf } from './agenda';
import { formatTime } from '@cohorte/platform/contract';

const part = (kind: AgendaPart['kind'], title: string, minutes: number, groups: string[] = []): AgendaPart => ({
  id: title || 'pause', kind, title, minutes, note: '', sitting: 0, speakerIds: [], groups: groups.map((group) => ({ id: group, title: group, place: '', seats: null, note: '', speakerIds: [] })),
});

/** The workshop of Arras, 22 November 2022, 9:00 to 13:00, as its network announced it. */
const arras = [
  part('welcome', 'Accueil des participants', 30),
  part('plenary', 'Plénière', 70),
  part('break', '', 10),
  part('groups', 'Groupes de travail thématiques', 95, ['Embarquer', 'Simplifier', 'Prévenir']),
  part('break', '', 5),
  part('restitution', 'Plénière de restitution', 30),
];
const planned = (startsAt: string | null, more: object = {}) => ({ startsAt, minutes: 240, zone: 'Europe/Paris', laterSittings: [], ...more });

describe('an agenda of parts', () => {
  it('gives the workshop of Arras its announced hours', () => {
    const times = agendaTimes(arras, sittingsOf(planned('2022-11-22T08:00:00Z')));
    const said = times.map((one) => [formatTime(one.startsAt ?? ''), formatTime(one.endsAt ?? '')].join('–').replaceAll('\u00a0', ' '));
    expect(said).toEqual(['9 h–9 h 30', '9 h 30–10 h 40', '10 h 40–10 h 50', '10 h 50–12 h 25', '12 h 25–12 h 30', '12 h 30–13 h']);
    expect(agendaTotals(arras, [240])).toEqual([{ planned: 240, available: 240, over: 0 }]);
  });

  it('longer than the meeting says by how much', () => {
    expect(agendaTotals([...arras, part('questions', 'Questions', 20)], [240])).toEqual([{ planned: 260, available: 240, over: 20 }]);
  });

  it('has lengths before it has a date', () => {
    expect(agendaTimes(arras, [])[3]).toEqual({ offset: 110, startsAt: null, endsAt: null });
  });

  it('counts each day of a training from its own morning', () => {
    const parts = [{ sitting: 0, minutes: 60 }, { sitting: 1, minutes: 30 }, { sitting: 1, minutes: 30 }];
    const sittings = sittingsOf(planned('2026-01-20T08:00:00Z', { laterSittings: [{ afterDays: 1, time: '14:00', minutes: 120 }] }));
    expect(agendaTimes(parts, sittings).map((one) => one.startsAt)).toEqual(['2026-01-20T08:00:00.000Z', '2026-01-21T13:00:00.000Z', '2026-01-21T13:30:00.000Z']);
  });

  it('moves a part up and down, and nowhere beyond its ends', () => {
    expect(movePart(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(movePart(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(movePart(['a', 'b', 'c'], 2, 3)).toEqual(['a', 'b', 'c']);
    expect(movePart(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  });
});

describe('sittings over several days', () => {
  it('keep their clock over the changes of hour of 2026', () => {
    const days = (startsAt: string) => sittingsOf(planned(startsAt, { laterSittings: [{ afterDays: 1, time: '14:00', minutes: 60 }] })).map((one) => one.startsAt);
    expect(days('2026-03-28T13:00:00Z')).toEqual(['2026-03-28T13:00:00.000Z', '2026-03-29T12:00:00.000Z']);
    expect(days('2026-10-24T12:00:00Z')).toEqual(['2026-10-24T12:00:00.000Z', '2026-10-25T13:00:00.000Z']);
  });

  it('follow when the meeting moves', () => {
    const two = { laterSittings: [{ afterDays: 7, time: '09:30', minutes: 60 }] };
    expect(sittingsOf(planned('2026-05-05T07:00:00Z', two))[1]?.startsAt).toBe('2026-05-12T07:30:00.000Z');
    expect(sittingsOf(planned('2026-12-01T08:00:00Z', two))[1]?.startsAt).toBe('2026-12-08T08:30:00.000Z');
  });

  it('that begin before the one above ends are found, past midnight too', () => {
    const night = sittingsOf(planned('2026-01-20T21:00:00Z', { minutes: 720, laterSittings: [{ afterDays: 1, time: '08:00', minutes: 60 }, { afterDays: 2, time: '08:00', minutes: 60 }] }));
    expect(overlapping(night)).toEqual([1]);
  });
});
