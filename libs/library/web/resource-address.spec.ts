import { addressOf, chosenValues, inputOf, questionIn, toggled } from './resource-address';

const address = (text: string) => new URLSearchParams(text);

describe('the address of a list', () => {
  it('says what was chosen, and comes back the same', () => {
    const question = questionIn(address('q=béton&type=clause,tool&theme=energy&etiquette=Achat local,RSE&tri=titre&page=3&vue=compacte'));
    expect(question).toEqual({ text: 'béton', chosen: { kind: ['clause', 'tool'], theme: ['energy'], tag: ['Achat local', 'RSE'] }, order: 'title', page: 3, compact: true });
    const written = Object.entries(addressOf(question)).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));
    expect(questionIn(new URLSearchParams(written))).toEqual(question);
  });

  it('leaves out what it names wrongly', () => {
    expect(questionIn(address('theme=nothing&etiquette=!!,x,a|b&page=-4&tri=?'))).toEqual({ text: '', chosen: {}, order: 'recent', page: 1, compact: false });
  });

  it('says nothing of what is as usual', () => {
    expect(Object.values(addressOf(questionIn(address(''))))).toEqual(Array.from({ length: 13 }, () => null));
  });
});

it('a value is taken, then let go; the list starts again at its first page', () => {
  const question = questionIn(address('theme=energy&page=2'));
  const more = toggled(question, 'theme', 'water');
  expect([more.page, chosenValues(more)]).toEqual([1, [{ facet: 'theme', value: 'energy' }, { facet: 'theme', value: 'water' }]]);
  expect(chosenValues(toggled(more, 'theme', 'energy'))).toEqual([{ facet: 'theme', value: 'water' }]);
});

it('the server is asked in its own words', () => {
  expect(inputOf(questionIn(address('q= eau &etape=drafting')))).toEqual({ q: 'eau', stage: 'drafting', order: 'recent', page: '1' });
});
