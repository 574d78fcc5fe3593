import { describe, expect, it } from '@jest/globals';
import { bodyAsText, bodyParts, commentBody, mentionsIn, mentionToken } from './comment';

const ada = '019a0000-0000-7000-8000-000000000001';
const bob = '019a0000-0000-7000-8000-000000000002';

describe('the words of a comment', () => {
  it('name people by id, each once, in their order', () => {
    expect(mentionsIn(`${mentionToken(bob)} et ${mentionToken(ada)}, surtout ${mentionToken(bob)}`)).toEqual([bob, ada]);
  });

  it('are cut into text and people, and nothing gets lost', () => {
    expect(bodyParts(`Qu’en dites-vous, ${mentionToken(ada)} ?`)).toEqual([{ text: 'Qu’en dites-vous, ' }, { personId: ada }, { text: ' ?' }]);
    expect(bodyParts(mentionToken(ada))).toEqual([{ personId: ada }]);
    expect(bodyParts('écrire à @{moi} ou a@b.fr')).toEqual([{ text: 'écrire à @{moi} ou a@b.fr' }]);
  });

  it('become plain text with names', () => {
    expect(bodyAsText(`Merci ${mentionToken(ada)}.`, (id) => (id === ada ? 'Ada Leroy' : '?'))).toBe('Merci @Ada Leroy.');
  });

  it.each([['', false], ['   ', false], ['a\u0000b', false], ['x'.repeat(4_001), false], ['deux\nlignes', true], ['x'.repeat(4_000), true]])('%j is accepted: %s', (body, accepted) => {
    expect(commentBody.safeParse(body).success).toBe(accepted);
  });
});
