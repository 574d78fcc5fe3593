import type { PollAnswer } from './answer-line';
import { bestSlots, explain, tally, voicesOf } from './poll-tally';

const y: PollAnswer = 'yes';
const i: PollAnswer = 'if-need-be';
const n: PollAnswer = 'no';
const line = (participantId: string, structureId: string | null, answers: (PollAnswer | null)[], required = false) => ({ participantId, structureId, required, answered: answers.some(Boolean), answers });

const lines = [
  line('léa', 'caen', [y, n, null]),
  line('marc', 'caen', [n, i, null]),
  line('rémi', 'rouen', [n, y, y]),
  line('sophie', null, [n, y, i], true),
  line('anne', 'elbeuf', [null, null, null]),
];
const voices = voicesOf(lines, 'structures');
const always = () => true;

it('a structure counts once, by the best answer of its people; people without structure for themselves', () => {
  expect(voices.map((voice) => [voice.key, voice.answers])).toEqual([['caen', [y, i, null]], ['rouen', [n, y, y]], ['sophie', [n, y, i]], ['elbeuf', [null, null, null]]]);
  expect(voicesOf(lines, 'people')).toHaveLength(5);
});

it('who said nothing is shown apart, and counts as «no»', () => {
  expect(tally(voices, 3, 3)).toEqual([
    { yes: 1, ifNeedBe: 0, no: 2, unanswered: 1, requiredMissing: 1, quorumShort: 2 },
    { yes: 2, ifNeedBe: 1, no: 0, unanswered: 1, requiredMissing: 0, quorumShort: 0 },
    { yes: 1, ifNeedBe: 1, no: 0, unanswered: 2, requiredMissing: 0, quorumShort: 1 },
  ]);
});

describe('the best slots', () => {
  const of = (rows: (PollAnswer | null)[][], requiredFirst = false, quorum: number | null = null) =>
    bestSlots(tally(voicesOf(rows.map((answers, at) => line(`p${at}`, null, answers, requiredFirst && at === 0)), 'people'), rows[0]?.length ?? 0, quorum), always);

  it('have most «yes», then the fewest «no»; ties stand together', () => {
    expect(of([[y, y, y], [y, i, i], [n, y, y]])).toEqual([1, 2]);
    expect(of([[y, i], [n, i], [n, i]])).toEqual([0]);
  });

  it('never miss someone required while another slot does not', () => {
    expect(of([[n, i], [y, i], [y, n]], true)).toEqual([1]);
  });

  it('reach the quorum before they please', () => {
    expect(of([[y, i], [y, i], [n, i]], false, 3)).toEqual([1]);
  });

  it('are none while nobody can come, and never in the past', () => {
    expect(of([[n, null], [n, n]])).toEqual([]);
    expect(bestSlots(tally(voices, 3, null), (slot) => slot !== 1)).toEqual([2]);
  });
});

it('a slot says whom it loses among those who answered, who comes only if need be, and whose presence is missing', () => {
  const { lost, onlyIfNeedBe, requiredMissing } = explain(voices, 0);
  expect([lost, onlyIfNeedBe, requiredMissing].map((found) => found.map((voice) => voice.key))).toEqual([['rouen', 'sophie'], [], ['sophie']]);
  expect(explain(voices, 1).onlyIfNeedBe.map((voice) => voice.key)).toEqual(['caen']);
});
