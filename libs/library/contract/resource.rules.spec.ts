import { clauseToPaste, isDueForReview, whyNotPublish } from './resource.rules';
import { facetTerms, listedFacets } from './facets';
import { formKeys, kindOfForm, resourceKinds, termLabel, themeTerms } from './taxonomies';

const sheet = { form: 'guide', licence: 'cc-by', access: 'public' as const, clause: null, link: null, content: '', summary: 'À quoi il sert.' };

describe('what stands between a resource and its readers', () => {
  it('nothing, when its rights are known and there is something to read', () => {
    expect(whyNotPublish(sheet)).toBeNull();
    expect(whyNotPublish({ ...sheet, summary: '', link: 'https://exemple.fr' })).toBeNull();
  });
  it('rights that nobody has checked', () => expect(whyNotPublish({ ...sheet, licence: 'to-check' })).toBe('rights-unchecked'));
  it('a licence that stays in the network, in public only', () => {
    expect(whyNotPublish({ ...sheet, licence: 'network' })).toBe('licence-stays-inside');
    expect(whyNotPublish({ ...sheet, licence: 'network', access: 'cohort' })).toBeNull();
  });
  it('nothing to read', () => expect(whyNotPublish({ ...sheet, summary: '' })).toBe('nothing-to-read'));
  it('a clause that says nothing', () => expect(whyNotPublish({ ...sheet, form: 'clause_example', summary: '' })).toBe('clause-without-text'));
});

it('a review is due on its day and after, never without a day', () => {
  expect([isDueForReview(null, '2026-03-01'), isDueForReview('2026-03-02', '2026-03-01'), isDueForReview('2026-03-01', '2026-03-01')]).toEqual([false, false, true]);
});

it('a clause is pasted with its version and where it comes from', () => {
  const pasted = clauseToPaste({ title: 'Bois local', text: 'Le bois…', edition: 3, contributor: 'Lycée', networkName: 'RAN CoPER', legal: ['R. 2111-12'], address: 'https://cohorte.example/ressources/bois-local' });
  expect(pasted).toBe('Le bois…\n\nFondement : R. 2111-12.\n\nSource : « Bois local », version 3, Lycée, RAN CoPER. https://cohorte.example/ressources/bois-local');
});

describe('the controlled lists', () => {
  it('hold each key once, with words in both languages', () => {
    for (const facet of listedFacets) {
      const list = facetTerms[facet];
      expect([facet, new Set(list.map(({ key }) => key)).size]).toEqual([facet, list.length]);
      expect(list.filter(({ fr, en }) => !fr || !en)).toEqual([]);
    }
    expect(new Set(formKeys).size).toBe(formKeys.length);
    expect([facetTerms.theme.length, facetTerms.segment.length, facetTerms.stage.length, facetTerms.sector.length, facetTerms.audience.length, formKeys.length]).toEqual([37, 26, 12, 16, 11, 30]);
  });
  it('every kind has its forms, and each form its kind', () => {
    expect([...new Set(formKeys.map(kindOfForm))].toSorted()).toEqual(resourceKinds.toSorted());
  });
  it('an unknown key is shown as it is', () => expect(termLabel(themeTerms, 'unknown')).toBe('unknown'));
});
