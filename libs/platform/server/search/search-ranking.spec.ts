import { readQuery, SynonymIndex } from '../../contract';
import { type Candidate, ranked } from './search-ranking';

const entry = (title: string, more: Partial<Candidate> = {}): Candidate => ({ id: title, domain: 'library', kind: 'guide', title, path: '/', quality: 0.5, rank: 0.1, ...more });
const order = (text: string, ...candidates: Candidate[]): string[] => ranked(readQuery(text, new SynonymIndex([['ESUS', 'entreprise solidaire d’utilité sociale']])), candidates).map(({ title }) => title);

describe('which result comes first', () => {
  it('the one whose title says the very words, before other forms of them, before texts that say them', () => {
    expect(order('clauses sociales', entry('Un guide des marchés', { rank: 0.9 }), entry('La clause sociale'), entry('Clauses sociales'))).toEqual(['Clauses sociales', 'La clause sociale', 'Un guide des marchés']);
  });

  it('the one whose title is the question, before one that says it among other things', () => {
    expect(order('béton de chanvre', entry('Toiture, menuiserie, béton et chanvre : retours de chantier'), entry('Béton de chanvre'))[0]).toBe('Béton de chanvre');
  });

  it('the words in their order, before the same in another', () => {
    expect(order('plan de formation', entry('Formation : un plan'), entry('Plan pour formation'))[0]).toBe('Plan pour formation');
  });

  it('of two alike, the fresher and more used', () => {
    expect(order('guide eau', entry('Guide eau 2019', { quality: 0.1 }), entry('Guide eau 2024', { quality: 0.9 }))[0]).toBe('Guide eau 2024');
  });

  it('what an acronym stands for counts as the acronym, a little less', () => {
    expect(order('esus', entry('Entreprise solidaire d’utilité sociale : mode d’emploi'), entry('ESUS : mode d’emploi'), entry('Autre chose', { rank: 1 }))).toEqual([
      'ESUS : mode d’emploi', 'Entreprise solidaire d’utilité sociale : mode d’emploi', 'Autre chose']);
  });
});
