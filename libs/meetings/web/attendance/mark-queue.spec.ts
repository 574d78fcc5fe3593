import type { AttendanceList } from '@cohorte/meetings/contract';
import { MarkQueue } from './mark-queue';

const mark = (id: string, key: string, state: 'present' | 'absent') => ({ id, key, state, at: '2026-03-26T13:00:00Z' });
const list = { lines: [{ key: 'a', state: 'to-come' }, { key: 'b', state: 'to-come' }] } as unknown as AttendanceList;

beforeEach(() => localStorage.clear());

it('what was tapped without a network is shown, survives the page, and leaves when acknowledged', () => {
  const queue = new MarkQueue(localStorage, 'm');
  queue.add(mark('1', 'a', 'absent'));
  queue.add(mark('2', 'a', 'present'));
  const again = new MarkQueue(localStorage, 'm');
  expect(again.over(list).lines.map(({ state }) => state)).toEqual(['present', 'to-come']);
  const sent = again.waiting;
  again.add(mark('3', 'b', 'present'));
  again.acknowledged(sent);
  expect(again.waiting.map(({ id }) => id)).toEqual(['3']);
  expect(new MarkQueue(localStorage, 'other').waiting).toEqual([]);
});

it('a store that is refused or spoilt costs nothing but the memory of the device', () => {
  localStorage.setItem('cohorte.person.attendance.m', '{');
  expect(new MarkQueue(localStorage, 'm').waiting).toEqual([]);
  const queue = new MarkQueue(null, 'm');
  queue.add(mark('1', 'a', 'present'));
  expect(queue.waiting).toHaveLength(1);
});
