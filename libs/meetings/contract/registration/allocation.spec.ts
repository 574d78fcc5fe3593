import { allocate, type MeetingTiming, nextLook, offerDeadline, type Standing } from './allocation';
import { policyOfSpace, type SeatPolicy } from './seat-policy';

const now = new Date('2024-10-01T08:00:00Z');
const inHours = (n: number): Date => new Date(now.getTime() + n * 3_600_000);
const timing: MeetingTiming = { startsAt: inHours(240), cancelled: false, drawnAt: null };
const rule = (given: Partial<SeatPolicy>): SeatPolicy => ({ ...policyOfSpace('n', 'network'), ...given });
const one = (id: string, status: Standing['status'], more: Partial<Standing> = {}): Standing => ({ id, status, turn: Number(id), way: null, structure: null, isSmall: false, offerUntil: null, shared: false, ...more });
const said = (policy: SeatPolicy, standings: Standing[], at = now, when = timing) => allocate(policy, when, standings, at).map(({ id, status, cause }) => `${id} ${status} ${cause}`);

describe('who gets a place', () => {
  it('the first in turn, as many as there are', () => {
    expect(said(rule({ places: 2 }), [one('3', 'waiting'), one('1', 'registered'), one('2', 'waiting')])).toEqual(['2 registered promoted']);
  });

  it('nobody while more are registered than there are places', () => {
    expect(said(rule({ places: 1 }), [one('1', 'registered'), one('2', 'registered'), one('3', 'waiting')])).toEqual([]);
  });

  it('whoever a limit holds back is passed over and keeps their turn', () => {
    const policy = rule({ places: 3, perStructure: { most: 1, until: inHours(48).toISOString() } });
    const standings = [one('1', 'registered', { structure: 'a' }), one('2', 'waiting', { structure: 'a' }), one('3', 'waiting', { structure: 'b' })];
    expect(said(policy, standings)).toEqual(['3 registered promoted']);
    expect(said(policy, standings, inHours(48))).toEqual(['2 registered promoted', '3 registered promoted']);
  });

  it('places kept for small structures go to them alone, until the date', () => {
    const policy = rule({ places: 4, reserved: { share: 50, kinds: ['municipality'], purchasesUpTo: null, until: inHours(48).toISOString() } });
    const standings = [one('1', 'waiting'), one('2', 'waiting'), one('3', 'waiting'), one('4', 'waiting', { isSmall: true })];
    expect(said(policy, standings)).toEqual(['1 registered promoted', '2 registered promoted', '4 registered promoted']);
    expect(said(policy, standings, inHours(48))).toHaveLength(4);
  });

  it('the room and the link are counted apart', () => {
    const policy = rule({ separate: { room: 1, online: 1 } });
    expect(said(policy, [one('1', 'registered', { way: 'room' }), one('2', 'waiting', { way: 'room' }), one('3', 'waiting', { way: 'online' })])).toEqual(['3 registered promoted']);
  });

  it('nobody moves while a meeting is cancelled, has begun, or awaits its draw', () => {
    const standings = [one('1', 'waiting')];
    expect(said(rule({ places: 1 }), standings, now, { ...timing, cancelled: true })).toEqual([]);
    expect(said(rule({ places: 1 }), standings, inHours(240))).toEqual([]);
    expect(said(rule({ places: 1, drawAt: inHours(5).toISOString() }), standings)).toEqual([]);
  });
});

describe('an offered place', () => {
  const policy = rule({ places: 1, promotion: 'offer' });

  it('is held until its deadline, then goes to the next in turn', () => {
    const standings = [one('1', 'offered', { offerUntil: inHours(1) }), one('2', 'waiting')];
    expect(said(policy, standings)).toEqual([]);
    expect(said(policy, standings, inHours(1))).toEqual(['1 cancelled offer-expired', '2 offered promoted']);
  });

  it.each([[240, 24], [48, 12], [20, 5], [2, 1]])('%i hours before the meeting lasts %i hours', (before, lasts) => {
    expect(offerDeadline(policy, inHours(before), now)).toEqual(inHours(lasts));
  });

  it('in the last twelve hours is told to all who wait; a newcomer does not pass before them', () => {
    const late = inHours(229);
    expect(said(policy, [one('1', 'waiting'), one('2', 'waiting'), one('3', 'waiting', { isNew: true })], late)).toEqual(['1 offered promoted', '2 offered promoted']);
    const told = [one('1', 'registered'), one('2', 'offered', { offerUntil: inHours(240), shared: true })];
    expect(said(policy, told, late)).toEqual(['2 waiting place-taken']);
    expect(said(policy, [one('3', 'waiting', { isNew: true })], late)).toEqual(['3 registered own']);
  });

  it('is looked at again at its deadline', () => {
    expect(nextLook(policy, timing, [one('1', 'offered', { offerUntil: inHours(3) })], now)).toEqual(inHours(3));
    expect(nextLook(rule({ places: 1 }), timing, [one('1', 'registered')], now)).toBeNull();
  });
});
