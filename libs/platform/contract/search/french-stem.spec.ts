import { stemOf } from './french-stem';
import { plain } from './plain-words';

const stems = (words: string): Set<string> => new Set(words.split(' ').map((word) => stemOf(plain(word))));

describe('forms of one word', () => {
  it.each([
    'rénover rénovation rénovations rénové rénovées', 'achat achats', 'acheteur acheteurs acheteuse acheteuses', 'marché marchés', 'indicateur indicateurs indicatrice',
    'régional régionale régionaux régionales', 'durable durables durabilité durablement', 'développer développement développés', 'travail travaux', 'social sociaux sociales socialement',
    'établissement établissements', 'biosourcé biosourcés biosourcées', 'eau eaux', 'exécution exécuter', 'recyclage recyclé recycler', 'hospitalier hospitaliers hospitalière',
    'solidaire solidaires solidarité', 'responsable responsabilité responsables', 'professionnel professionnelles', 'européen européennes', 'élu élus élues', 'nettoyage nettoyer',
  ])('are found by each other: %s', (forms) => {
    expect([...stems(forms)]).toHaveLength(1);
  });

  it.each(['nation national', 'eau eux', 'chantier chanter', 'insertion insecte', 'ESAT ESUS', 'clause clos', 'action actif', 'prix prise'])('other words stay apart: %s', (words) => {
    expect([...stems(words)]).toHaveLength(2);
  });

  it('leaves short words, figures and acronyms as they are', () => {
    expect(['eau', 'ght', '2023', 'co2', 'bois', 'prix'].map(stemOf)).toEqual(['eau', 'ght', '2023', 'co2', 'bois', 'prix']);
  });
});
