import { readQuery, stemOf } from '../../contract';
import { Lexicon } from './lexicon';
import { onceForEachEnding, stepsOf } from './search-steps';

const entries = [
  { word: 'beton', entries: 40 }, { word: 'chanvre', entries: 12 }, { word: 'chambre', entries: 300 }, { word: 'indicateur', entries: 90 }, { word: 'indicateurs', entries: 200 }, { word: 'hopital', entries: 500 },
];
const lexiconOf = (known: typeof entries): Lexicon =>
  new Lexicon({ sorted: known.map(({ word }) => word).sort(), mostHeld: 500, stems: new Map(known.map((each) => [stemOf(each.word), each.entries])), byAccess: new Map([['public', new Map(known.map((each) => [each.word, each.entries]))]]) }, ['public']);
const lexicon = lexiconOf(entries);
const steps = (text: string, alsoKnown: readonly string[] = []) => [...stepsOf(readQuery(text), lexiconOf([...entries, ...alsoKnown.map((word) => ({ word, entries: 5 }))]))].map(({ step, query }) => ({ ...step, asked: query.wanted.map(({ readings }) => readings.map(({ stems }) => stems.join(' '))) }));

describe('how a question is bent when nothing answers it', () => {
  it('as it is, then its unknown words as their neighbours, then with fewer words, the unknown first', () => {
    expect(steps('béton chnavre ')).toEqual([
      { kind: 'as-asked', asked: [['beton'], ['chnavr']] },
      { kind: 'corrected', words: [{ said: 'chnavre', nearest: 'chanvre' }], asked: [['beton'], ['chnavr', 'chanvr']] },
      { kind: 'without', words: ['chnavre'], asked: [['beton']] },
    ]);
  });

  it('another spelling is asked for when somebody writes so', () => {
    expect(steps('béto-chanvre ')[0]?.asked).toEqual([['beto'], ['chanvr']]);
    expect(steps('hopi-tal ')[0]?.asked).toEqual([['hopi', 'hopital'], ['tal', 'hopital']]);
    expect(steps('rehopital ')[0]?.asked).toEqual([['rehopital']]);
    expect(steps('cohopital ', ['co'])[0]?.asked).toEqual([['cohopital', 'co hopital']]);
  });

  it('leaves out one word at a time, the most frequent first, then several, the rarest staying to the last', () => {
    const without = steps('hopital inconnu chanvre indicateur ').flatMap((step) => (step.kind === 'without' ? [step.words] : []));
    expect(without).toEqual([['inconnu'], ['hopital', 'inconnu'], ['inconnu', 'indicateur'], ['inconnu', 'chanvre'], ['hopital', 'inconnu', 'indicateur']]);
  });

  it('leaves the last word asked for', () => {
    expect(steps('chanvre ').map(({ kind }) => kind)).toEqual(['as-asked']);
  });

  it('the word being typed is also what begins so, once a form', () => {
    expect(steps('indic')[0]?.asked).toEqual([['indic']]);
    expect(steps('hop')[0]?.asked).toEqual([['hop', 'hopital']]);
  });

  it('corrects no word that many wrote', () => {
    expect(steps('chambre ').map(({ kind }) => kind)).toEqual(['as-asked']);
  });

  it('a word being typed is asked for once as each word it may become, as it stands first', () => {
    const [{ query } = { query: readQuery('') }] = [...stepsOf(readQuery('béton hop'), lexicon)];
    expect(onceForEachEnding(query).map(({ wanted }) => wanted.map(({ readings }) => readings.flatMap(({ stems }) => stems)))).toEqual([[['beton'], ['hop']], [['beton'], ['hopital']]]);
    expect(onceForEachEnding(readQuery('béton -hop'))).toEqual([]);
    expect(onceForEachEnding(readQuery('"béton de chanvre"'))).toEqual([]);
  });
});
