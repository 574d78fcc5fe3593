import { mentionToken } from '../../contract/comments/comment';
import { bodyOf, nameBeingTyped, peopleNamed } from './comment-words';

const marc = { personId: '019a0000-0000-7000-8000-000000000001', name: 'Marc Petit' };
const marcel = { personId: '019a0000-0000-7000-8000-000000000002', name: 'Marc Petit-Jean' };

describe('the words of a comment being written', () => {
  it('name those who were chosen, the longest name first', () => {
    expect(bodyOf(' @Marc Petit-Jean et @Marc Petit, merci @Marc ', [marc, marcel])).toBe(`${mentionToken(marcel.personId)} et ${mentionToken(marc.personId)}, merci @Marc`);
    expect(bodyOf('@Marc Petit', [])).toBe('@Marc Petit');
    expect(bodyOf('@Marc Petitot', [marc])).toBe('@Marc Petitot');
  });

  it.each<[string, string | null]>([
    ['Bonjour @ma', 'ma'], ['@', ''], ['(@Marc P', 'Marc P'], ['a@b', null], ['@ marc', null], ['Bonjour', null], ['@Marc\nPetit', null], [`@${'x'.repeat(41)}`, null],
  ])('after %j the name being typed is %j', (text, name) => {
    expect(nameBeingTyped(text, text.length)?.name ?? null).toBe(name);
  });

  it('people are found by any of their names, accents aside', () => {
    const people = [{ personId: '1', name: 'Hélène Kerbrat' }, { personId: '2', name: 'Marc Petit' }, { personId: '3', name: 'Anne-Lise Le Goff' }];
    const found = (name: string) => peopleNamed(people, name).map(({ personId }) => personId);
    expect([found('hel'), found('KER'), found('lise'), found('anne-lise le'), found('zoé'), found('')]).toEqual([['1'], ['1'], ['3'], ['3'], [], ['1', '2', '3']]);
  });
});
