import { describe, expect, it } from '@jest/globals';
import { bodyAsText, bodyParts, commentBody, isUnread, lastWordAt, mentionsIn, mentionToken } from './comment';

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

describe('what is still to be read', () => {
  const said = (by: string, createdAt: string, isDeleted = false) => ({ id: ada, author: { personId: by, name: null }, body: 'x', createdAt, editedAt: null, isDeleted });
  const bob = '0190a000-0000-7000-8000-00000000000b';
  it.each([
    ['one’s own words', [said(ada, '2026-01-02T00:00:00.000Z')], null, false],
    ['another’s, never opened', [said(bob, '2026-01-02T00:00:00.000Z')], null, true],
    ['another’s, read since', [said(bob, '2026-01-02T00:00:00.000Z')], '2026-01-02T00:00:00.000Z', false],
    ['an answer come later', [said(bob, '2026-01-02T00:00:00.000Z'), said(bob, '2026-01-03T00:00:00.000Z')], '2026-01-02T00:00:00.000Z', true],
    ['a deleted answer', [said(ada, '2026-01-02T00:00:00.000Z'), said(bob, '2026-01-03T00:00:00.000Z', true)], null, false],
  ])('%s', (_, comments, readAt, unread) => {
    expect(isUnread({ comments, readAt }, ada)).toBe(unread);
  });

  it('the last word is the latest comment', () => {
    expect(lastWordAt({ createdAt: '2026-01-01T00:00:00.000Z', comments: [said(bob, '2026-01-03T00:00:00.000Z'), said(ada, '2026-01-02T00:00:00.000Z')] })).toBe('2026-01-03T00:00:00.000Z');
  });
});
