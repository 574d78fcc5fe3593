import fc from 'fast-check';
import { daysBetween } from './civil-day';
import { reasonsOf } from './combination-reasons';
import { rhythmScore, slotScore } from './combination-score';
import { bestCombinations, type Combination, isPossible, type SoughtMeeting } from './combination-search';
import { relaxRule, whyImpossible } from './relaxation';
import { isAllowed, tallySlots, type SlotTally, type Voter } from './slot-tally';
import type { Relaxation } from './track-poll';
import { type MeetingRule, plainRule } from './track-rules';

const calendar = { schoolZone: 'B', places: [] } as const;
const words = ['yes', 'if-need-be', 'no'] as const;

type Sought = Extract<SoughtMeeting, { kind: 'sought' }>;

/** A random track: structures of one or two people, meetings of a few slots within two months, rules that sometimes cannot be met. */
const track = fc
  .record({
    structures: fc.integer({ min: 1, max: 4 }),
    voters: fc.array(fc.record({ structure: fc.option(fc.nat({ max: 3 }), { nil: null }) }), { minLength: 1, maxLength: 6 }),
    meetings: fc.array(
      fc.record({
        dated: fc.option(fc.integer({ min: 0, max: 80 }), { nil: null, freq: 5 }),
        slots: fc.array(fc.record({ day: fc.integer({ min: 0, max: 80 }), hour: fc.constantFrom('09', '14') }), { minLength: 1, maxLength: 5 }),
        min: fc.integer({ min: 0, max: 3 }),
        span: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
        quorum: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
        required: fc.boolean(),
        preferred: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    answers: fc.array(fc.option(fc.constantFrom(...words), { nil: null }), { minLength: 120, maxLength: 120 }),
  })
  .map(({ structures, voters, meetings, answers }): SoughtMeeting[] => {
    const people: Voter[] = voters.map(({ structure }, place) => ({
      id: `v${place}`, name: '', personId: `p${place}`, structureId: structure === null || structure >= structures ? null : `s${structure}`, roles: [],
    }));
    const assembly = { calendar, voters: people, structures: Array.from({ length: structures }, (_, place) => ({ id: `s${place}`, name: `S${place}` })) };
    const dayAt = (place: number): string => new Date(Date.UTC(2027, 0, 4 + place)).toISOString().slice(0, 10);
    let next = 0;
    return meetings.map((made, order): SoughtMeeting => {
      const id = `m${order}`;
      if (made.dated !== null) return { kind: 'dated', id, day: dayAt(made.dated) };
      const slots = [...new Map(made.slots.map((slot) => [`${slot.day}-${slot.hour}`, slot])).values()].map((slot, place) => ({
        id: `${id}-${place}`, day: dayAt(slot.day), startsAt: `${dayAt(slot.day)}T${slot.hour}:00:00.000Z`,
      }));
      const rule: MeetingRule = {
        meetingId: id, minWeeks: made.min, maxWeeks: made.span === null ? null : Math.max(1, made.min + made.span), quorum: made.quorum,
        required: made.required ? [{ kind: 'person', personId: 'p0' }] : [], preferredWeekdays: made.preferred,
      };
      const said = new Map(people.map((voter) => [voter.id, new Map(slots.flatMap((slot) => { const word = answers[next++ % answers.length]; return word ? [[slot.id, word] as const] : []; }))] as const));
      return { kind: 'sought', id, rule, tallies: tallySlots(assembly, rule, slots, said) };
    });
  });

/** Every way to choose one slot a meeting, weighed without any cleverness. */
function everyCombination(meetings: readonly SoughtMeeting[]): { score: number; days: string[]; slots: string[] }[] {
  const choices = meetings.map((meeting): Choice[] =>
    meeting.kind === 'dated' ? [{ day: meeting.day, tally: null }] : meeting.tallies.filter((tally) => isAllowed(tally, meeting.rule)).map((tally) => ({ day: tally.slot.day, tally })));
  const all = choices.reduce<Choice[][]>((made, options) => made.flatMap((before) => options.map((option) => [...before, option])), [[]]);
  return all.flatMap((chosen) => {
    const steps = chosen.slice(1).map((one, place) => stepScore(meetings[place + 1] as SoughtMeeting, chosen[place] as Choice, one));
    if (steps.includes(null)) return [];
    const score = steps.reduce<number>((sum, step) => sum + (step ?? 0), 0) + chosen.reduce((sum, { tally }) => sum + (tally ? slotScore(tally) : 0), 0);
    return [{ score, days: chosen.map((one) => one.day), slots: chosen.flatMap((one) => one.tally?.slot.startsAt ?? []) }];
  });
}

interface Choice {
  readonly day: string;
  readonly tally: SlotTally | null;
}

/** What going from one choice to the next is worth; null where a rule forbids it. */
function stepScore(meeting: SoughtMeeting, before: Choice, { day, tally }: Choice): number | null {
  if (!before.tally && !tally) return 0;
  const days = daysBetween(before.day, day);
  const rule = meeting.kind === 'sought' ? meeting.rule : plainRule('');
  const isTooFar = rule.maxWeeks !== null && days > rule.maxWeeks * 7;
  return days < Math.max(1, rule.minWeeks * 7) || isTooFar ? null : rhythmScore(rule, days);
}

/** The best of each set of days, best first; equal scores: earlier days, then earlier hours. */
function bestByForce(meetings: readonly SoughtMeeting[]): { score: number; slots: string[] }[] {
  const ordered = everyCombination(meetings).sort((a, b) => b.score - a.score || a.days.join().localeCompare(b.days.join()) || a.slots.join().localeCompare(b.slots.join()));
  const seen = new Set<string>();
  return ordered.filter(({ days }) => !seen.has(days.join()) && seen.add(days.join())).slice(0, 3).map(({ score, slots }) => ({ score, slots }));
}

const told = (combination: Combination) => ({ score: combination.score, slots: combination.chosen.map(({ tally }) => tally.slot.startsAt) });
const give = (meetings: readonly SoughtMeeting[], relaxations: readonly Relaxation[]): SoughtMeeting[] =>
  meetings.map((meeting) => (meeting.kind === 'dated' ? meeting : { ...meeting, rule: relaxations.reduce(relaxRule, meeting.rule) }));

const freed = (meeting: SoughtMeeting): SoughtMeeting => (meeting.kind === 'dated' ? meeting : { ...meeting, rule: plainRule(meeting.id) });

/** Together they make a combination exist; without any of them, or with one of them a step smaller, there is none. */
function expectSmallest(meetings: readonly SoughtMeeting[], relaxations: readonly Relaxation[]): void {
  expect(bestByForce(give(meetings, relaxations))).not.toEqual([]);
  for (const one of relaxations) {
    const others = relaxations.filter((other) => other !== one);
    expect(isPossible(give(meetings, others))).toBe(false);
    if (one.kind === 'min-weeks') expect(isPossible(give(meetings, [...others, { ...one, to: one.to + 1 }]))).toBe(false);
    if (one.kind === 'quorum' && one.to !== null) expect(isPossible(give(meetings, [...others, { ...one, to: one.to + 1 }]))).toBe(false);
  }
}

describe('the best combinations', () => {
  it('are those found by trying them all, in the same order', () => {
    fc.assert(fc.property(track, (meetings) => expect(bestCombinations(meetings).map(told)).toEqual(bestByForce(meetings))), { numRuns: 600 });
  });

  it('that do not exist are explained by relaxations that make them exist, and no smaller one does', () => {
    fc.assert(
      fc.property(track, (meetings) => {
        const why = whyImpossible(meetings);
        if (bestByForce(meetings).length > 0) return expect(why).toBeNull();
        if (why?.kind === 'dates') return expect(bestByForce(meetings.map(freed))).toEqual([]);
        const given = why?.kind === 'either' ? why.relaxations.map((one) => [one]) : [[...(why?.relaxations ?? [])]];
        for (const relaxations of given) expectSmallest(meetings, relaxations);
      }),
      { numRuns: 600 },
    );
  });
});

const hospital = (id: string) => ({ id, name: id });
const assembly = (structures: string[], roles: Record<string, Voter['roles']> = {}) => ({
  calendar, structures: structures.map(hospital),
  voters: structures.map((id): Voter => ({ id: `v-${id}`, name: id, personId: `p-${id}`, structureId: id, roles: roles[id] ?? [] })),
});
const meetingOf = (id: string, days: Record<string, string>, structures: string[], more: Partial<MeetingRule> = {}): Sought => {
  const rule = { ...plainRule(id), ...more };
  const slots = Object.keys(days).map((day) => ({ id: `${id}-${day}`, day, startsAt: `${day}T13:00:00.000Z` }));
  const letter = { y: 'yes', b: 'if-need-be', n: 'no' } as const;
  const answers = new Map(structures.map((structure, place) => [`v-${structure}`, new Map(slots.map((slot) => [slot.id, letter[days[slot.day]?.[place] as 'y']]))]));
  return { kind: 'sought', id, rule, tallies: tallySlots(assembly(structures), rule, slots, answers) };
};

describe('one structure more', () => {
  it('outweighs every comfort: a preferred day, no holidays, the rhythm', () => {
    const meeting = meetingOf('4', { '2027-02-23': 'yyy', '2027-03-16': 'yyn' }, ['caen', 'rouen', 'evreux'], { preferredWeekdays: [2] });
    expect(bestCombinations([meeting]).map((one) => one.chosen[0]?.tally.slot.day)).toEqual(['2027-02-23', '2027-03-16']);
  });

  it('that can if need be counts less than one that surely can, and more than one lost', () => {
    const meeting = meetingOf('4', { '2027-03-16': 'yn', '2027-03-17': 'yy', '2027-03-18': 'yb' }, ['caen', 'rouen']);
    expect(bestCombinations([meeting]).map((one) => one.chosen[0]?.tally.slot.day)).toEqual(['2027-03-17', '2027-03-18', '2027-03-16']);
  });
});

describe('the reasons of a combination', () => {
  it('say who is lost, where the quorum is tight and how long the group waits', () => {
    const meetings = [
      { kind: 'dated' as const, id: '2', day: '2027-01-12' },
      meetingOf('3', { '2027-03-02': 'yyn' }, ['caen', 'rouen', 'evreux'], { quorum: 2 }),
      meetingOf('4', { '2027-04-06': 'bnn' }, ['caen', 'rouen', 'evreux']),
    ];
    const [best] = bestCombinations(meetings);
    expect(best && reasonsOf(meetings, best)).toEqual([
      { kind: 'loses-again', unitId: 'evreux', meetingIds: ['3', '4'] },
      { kind: 'loses', meetingId: '3', unitIds: ['evreux'] },
      { kind: 'loses', meetingId: '4', unitIds: ['rouen', 'evreux'] },
      { kind: 'quorum-tight', meetingId: '3', present: 2, of: 3 },
      { kind: 'if-need-be', meetingId: '4', unitIds: ['caen'] },
      { kind: 'school-holiday', meetingId: '3', name: 'winter' },
      { kind: 'gap', fromId: '2', toId: '3', days: 49 },
      { kind: 'gap', fromId: '3', toId: '4', days: 35 },
    ]);
  });
});

describe('when nothing is possible', () => {
  it('each smallest thing to give up is named', () => {
    const meetings = [
      meetingOf('4', { '2027-03-09': 'yyy' }, ['caen', 'rouen', 'evreux']),
      meetingOf('5', { '2027-03-23': 'yyn', '2027-05-25': 'ynn' }, ['caen', 'rouen', 'evreux'], { minWeeks: 3, maxWeeks: 8, quorum: 2 }),
    ];
    expect(whyImpossible(meetings)).toEqual({ kind: 'either', relaxations: [{ kind: 'min-weeks', meetingId: '5', from: 3, to: 2 }] });
  });

  it('someone required who has not answered is told apart from someone who cannot', () => {
    const rule: MeetingRule = { ...plainRule('4'), required: [{ kind: 'role', role: 'sponsor' }] };
    const slots = [{ id: 'a', day: '2027-03-09', startsAt: '2027-03-09T13:00:00.000Z' }];
    const people = assembly(['caen', 'ars'], { ars: ['sponsor'] });
    const silent = { kind: 'sought' as const, id: '4', rule, tallies: tallySlots(people, rule, slots, new Map()) };
    expect(whyImpossible([silent])).toMatchObject({ kind: 'either', relaxations: [{ kind: 'required', silent: true }] });
    const refused = { ...silent, tallies: tallySlots(people, rule, slots, new Map([['v-ars', new Map([['a', 'no' as const]])]])) };
    expect(whyImpossible([refused])).toMatchObject({ kind: 'either', relaxations: [{ kind: 'required', silent: false }] });
  });

  it('dates that cannot follow one another say at which meeting', () => {
    expect(whyImpossible([{ kind: 'dated', id: '3', day: '2027-05-01' }, meetingOf('4', { '2027-03-09': 'y' }, ['caen'])])).toEqual({ kind: 'dates', meetingId: '4' });
  });
});

it('six meetings of sixty slots and three hundred people are weighed at once', () => {
  const structures = Array.from({ length: 300 }, (_, place) => `s${place}`);
  const meetings = Array.from({ length: 6 }, (_, order) => {
    const days = Object.fromEntries(Array.from({ length: 60 }, (__, place) => [new Date(Date.UTC(2027, order, 1 + place)).toISOString().slice(0, 10), structures.map((___, at) => 'ybn'[(at * 7 + place * 3 + order) % 3]).join('')]));
    return meetingOf(`m${order}`, days, structures, { minWeeks: 2, maxWeeks: 9 });
  });
  expect(bestCombinations(meetings)).toHaveLength(3);
});
