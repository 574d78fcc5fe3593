import { upkeepReasonsOf } from './upkeep';

describe('why a resource should be read again', () => {
  const sound = { linkState: 'alive', legal: [], reviewOn: null };
  it.each<[string, Parameters<typeof upkeepReasonsOf>[0], string[]]>([
    ['nothing is known against it', sound, []],
    ['without a link', { ...sound, linkState: null }, []],
    ['a failing link is not dead', { ...sound, linkState: 'failing' }, []],
    ['nor is one that keeps us out', { ...sound, linkState: 'unknown' }, []],
    ['a dead link', { ...sound, linkState: 'dead' }, ['link-dead']],
    ['a moved one', { ...sound, linkState: 'moved' }, ['link-moved']],
    ['a review in thirty days', { ...sound, reviewOn: '2026-04-01' }, ['review-soon']],
    ['in thirty-one', { ...sound, reviewOn: '2026-04-02' }, []],
    ['today', { ...sound, reviewOn: '2026-03-02' }, ['review-due']],
    ['all at once, what harms readers first', { linkState: 'dead', legal: [{}], reviewOn: '2025-01-01' }, ['link-dead', 'legal-changed', 'review-due']],
  ])('%s', (_name, facts, expected) => expect(upkeepReasonsOf(facts, '2026-03-02', '2026-04-01')).toEqual(expected));
});
