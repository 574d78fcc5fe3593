import type { Config } from '@cohorte/platform/server';
import { writeFileSync } from 'node:fs';
import type { CertificateRow } from './certificate-issuer';
import { CertificatePdf } from './certificate-pdf';
import { certificateLines, lengthOf, whenOf } from './certificate-words';

const meeting = { title: 'Rencontre n° 2 : objectifs et indicateurs', startsAt: '2026-03-26T13:00:00.000Z', zone: 'Europe/Paris', minutes: 120 };
const row = (more: Partial<CertificateRow> = {}): CertificateRow => ({
  code: 'K7QF2M9XTB4RHWC', kind: 'meeting', meetingId: 'm', spaceId: 's', networkId: 'n', registrationId: null, personId: 'p', name: 'Sophie Martin-Duval',
  facts: { kind: 'meeting', title: meeting.title, networkName: 'RAN CoPER', planned: 1, meetings: [meeting] },
  issuedAt: new Date('2026-03-27T08:00:00Z'), until: new Date('2029-03-27T08:00:00Z'), replacedBy: null, withdrawnAt: null, ...more,
});
const track = { kind: 'track' as const, title: 'Promotion 2026', networkName: 'RAN CoPER', planned: 6, meetings: Array.from({ length: 5 }, (_, n) => ({ ...meeting, title: `Rencontre n° ${n + 1} : un titre assez long pour passer à la ligne` })) };
const pdf = new CertificatePdf({ value: { publicUrl: 'https://cohorte.example' } } as Config);
const text = (file: Buffer): string => file.toString('latin1');

it.each([['a meeting', row()], ['a track', row({ kind: 'track', facts: track })]])('the certificate of %s is a tagged PDF/UA-1 in French, with a title', async (name, given) => {
  const file = await pdf.write(given);
  if (process.env['LOOK']) writeFileSync(`${process.env['LOOK']}/${name.replace(' ', '-')}.pdf`, file);
  expect(text(file)).toMatch(/^%PDF-1\.7/);
  expect(text(file)).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(text(file)).toMatch(/\/StructTreeRoot[\s\S]*\/MarkInfo|\/MarkInfo[\s\S]*\/StructTreeRoot/);
  expect(text(file)).toContain('/Lang (fr');
  expect(text(file)).toContain('/DisplayDocTitle true');
});

it('what people write is text, never source', async () => {
  const file = await pdf.write(row({ name: '#panic("x") *Gras* $1$ "guillemets" \\ <script>', facts: { ...track, title: '#read("/etc/passwd")', networkName: '@preview/x' } }));
  expect(file.length).toBeGreaterThan(5_000);
});

it('dates are those of the meeting’s own clock', () => {
  expect(whenOf(meeting)).toBe('jeudi 26 mars 2026 à 14\u00a0h (heure de Paris)');
  expect(whenOf({ ...meeting, startsAt: '2026-03-30T06:30:00.000Z', zone: 'Indian/Reunion' })).toBe('lundi 30 mars 2026 à 10\u00a0h\u00a030 (heure de La Réunion)');
  expect([90, 120, 45].map(lengthOf)).toEqual(['1\u00a0h\u00a030', '2\u00a0h', '45\u00a0min']);
  expect(certificateLines(row({ facts: track })).scope).toContain('5 rencontres suivies sur 6');
});
