import { letterMjml } from '@cohorte/platform/server';
import { invitationLetter } from './invitation-letter';

const to = {
  language: 'fr', spaceKind: 'structure', spaceName: 'CH de Dieppe', role: 'lead', invitedBy: 'Claire Morel', note: null, link: 'https://cohorte.example/invitations/abc', expiresAt: '2024-10-15T09:00:00Z',
} as const;

it('says who invites to what, until when, in the language of the reader', () => {
  const french = invitationLetter(to);
  expect(french.subject).toBe('Invitation : CH de Dieppe');
  expect(letterMjml(french)).toContain('Claire Morel vous invite dans l’espace de CH de Dieppe.');
  expect(letterMjml(french)).toContain('mardi 15 octobre 2024');
  expect(letterMjml(invitationLetter({ ...to, language: 'en' }))).toContain('Claire Morel invites you to the space of CH de Dieppe.');
});

it('a name or a note cannot bring markup into the letter', () => {
  const mjml = letterMjml(invitationLetter({ ...to, invitedBy: '<img src=x>', note: '</mj-text><mj-raw>', spaceName: '"><b>' })).split('</mj-head>')[1];
  expect(mjml).not.toContain('<img');
  expect(mjml).not.toContain('<mj-raw>');
  expect(mjml).not.toContain('<b>');
});
