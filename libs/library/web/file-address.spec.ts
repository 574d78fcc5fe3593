import { downloadAddress, pageInPdf, pagePicture } from './file-address';

it('the address of the latest has no number; that of an older edition names it', () => {
  const latest = { slug: 'guide', edition: 3, latestEdition: 3 };
  expect([downloadAddress(latest), pageInPdf(latest, 7), pagePicture({ ...latest, edition: 2 }, 4), downloadAddress({ slug: 'brouillon', edition: 0, latestEdition: 0 })]).toEqual([
    '/api/ressources/guide/fichier', '/api/ressources/guide/fichier?lire=1#page=7', '/api/ressources/guide/pages/4.webp?edition=2', '/api/ressources/brouillon/fichier',
  ]);
});
