import type { PresenceEntry } from './draft-presence';
import { caretName, caretsOf, peopleIn, withEntries, without } from './draft-presence';

const cursor = { anchor: new Uint8Array([1]), head: new Uint8Array([2]) };
const entry = (key: string, personId: string, name: string, change: Partial<PresenceEntry> = {}): PresenceEntry => ({ key, personId, name, isMine: personId === 'me', cursor, ...change });

const me = { personId: 'me', name: 'Agnès Lebrun' };

describe('who is in the draft', () => {
  const presence = withEntries(new Map(), [
    entry('a', 'p1', 'Zoé Martin'), entry('bb', 'p1', 'Zoé Martin'), entry('ccc', 'p2', 'Émile Roy'), entry('dddd', 'me', 'Agnès Lebrun'),
  ]);

  it('shows a person with two tabs once, me first', () => {
    expect(peopleIn(presence, me).map((person) => person.name)).toEqual(['Agnès Lebrun', 'Émile Roy', 'Zoé Martin']);
    expect(peopleIn(presence, me)[0]?.isMe).toBe(true);
  });

  it('counts me in before anyone else is there', () => {
    expect(peopleIn(new Map(), me)).toEqual([{ ...me, isMe: true }]);
  });

  it('keeps someone whose other tab was closed', () => {
    expect(peopleIn(without(presence, 'a'), me).map((person) => person.personId)).toContain('p1');
    expect(peopleIn(without(without(presence, 'a'), 'bb'), me).map((person) => person.personId)).not.toContain('p1');
  });

  it('replaces an entry that moved', () => {
    const moved = withEntries(presence, [entry('a', 'p1', 'Zoé Martin', { cursor: null })]);
    expect(moved.size).toBe(4);
    expect(caretsOf(moved).map((found) => found.key)).toEqual(['bb', 'ccc']);
  });

  it('never draws this editor’s own caret', () => {
    expect(caretsOf(presence).map((found) => found.key)).toEqual(['a', 'bb', 'ccc']);
  });

  it('shortens the name beside a caret', () => {
    expect(caretName('Camille Renaud')).toBe('Camille R.');
    expect(caretName('  Jean Marc de la Tour ')).toBe('Jean T.');
    expect(caretName('Awa')).toBe('Awa');
  });
});
