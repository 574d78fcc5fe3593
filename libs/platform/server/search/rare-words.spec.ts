import { readQuery, stemOf, SynonymIndex, toExpression } from '../../contract';
import { Lexicon } from './lexicon';
import { rareOf } from './rare-words';

const held = { achat: 90_000, durable: 60_000, chanvre: 40, liege: 1_500, toiture: 9_000, entreprise: 100_000, sociale: 50_000, utilite: 30 };
const lexicon = new Lexicon({ sorted: [], stems: new Map(Object.entries(held).map(([word, entries]) => [stemOf(word), entries])), mostHeld: 100_000, byAccess: new Map() }, ['public']);
const synonyms = new SynonymIndex([['ESUS', 'entreprise d’utilité sociale']]);
const rare = (text: string) => toExpression({ wanted: rareOf(readQuery(text, synonyms), lexicon), refused: [] });

describe('the part of a question that few entries hold', () => {
  it.each([
    ['its rarest word', 'achat durable chanvre', `'chanvr'`],
    ['a word nobody knows yet', 'achat xylophage', `'xyloph'`],
    ['as many words as make it few', 'achat toiture liège', `'lieg' & 'toitur'`],
    ['nothing of a broad question', 'achat durable', ''],
    ['nothing when nothing is asked', '', ''],
    ['the rare words of a phrase, side by side or not', '"achat chanvre"', `'chanvr'`],
    ['of each thing a short form stands for', 'esus', `('esu' | 'utilit')`],
  ])('%s', (_, text, expected) => {
    expect(rare(text)).toBe(expected);
  });

  it('is the whole question when several entries hold it all', () => {
    expect(rare('liège durable')).toBe('');
    expect(rare('liège durable durables')).toBe(`'lieg' & 'durabl' & 'durabl'`);
  });
});
