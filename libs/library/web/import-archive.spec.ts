import { strToU8, zipSync } from 'fflate';
import { readArchive } from './import-archive';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

it('an export is unpacked into its table and its files, each with the resource it is of', async () => {
  const archive = zipSync({ 'ressources.csv': strToU8('identifiant;titre'), fichiers: { guide: { 'Été.pdf': strToU8('un') }, film: { 'film.mp4': strToU8('deux'), 'sous-titres': { 'film.vtt': strToU8('trois') } } } });
  const read = await readArchive(archive);
  if (typeof read === 'string') throw new Error(read);
  expect(read.table).toBe('identifiant;titre');
  expect(read.files.map(({ slug, name, role, bytes }) => [slug, name, role, text(bytes)])).toEqual([
    ['guide', 'Été.pdf', 'main', 'un'], ['film', 'film.mp4', 'main', 'deux'], ['film', 'film.vtt', 'subtitles', 'trois'],
  ]);
});

it('what is elsewhere in it, or empty, is left aside', async () => {
  const read = await readArchive(zipSync({ 'ressources.csv': strToU8('x'), 'fichiers/../../etc/passwd': strToU8('x'), 'autre/guide/a.pdf': strToU8('x'), 'fichiers/guide/vide.pdf': new Uint8Array() }));
  expect(read).toMatchObject({ files: [] });
});

it('what is no archive, or has no table, is said', async () => {
  expect([await readArchive(strToU8('rien')), await readArchive(zipSync({ 'a.txt': strToU8('x') }))]).toEqual(['notAnArchive', 'noTable']);
});
