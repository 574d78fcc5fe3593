/** Where a resource's file, its pages and its pictures are; the latest unless an edition is named. */
interface Shown {
  readonly slug: string;
  readonly edition: number;
  readonly latestEdition: number;
}

function addressOf({ slug, edition, latestEdition }: Shown, name: string, query: Record<string, string> = {}): string {
  const asked = new URLSearchParams({ ...query, ...(edition && edition !== latestEdition ? { edition: String(edition) } : {}) }).toString();
  return `/api/ressources/${encodeURIComponent(slug)}/${name}${asked ? `?${asked}` : ''}`;
}

export const downloadAddress = (shown: Shown): string => addressOf(shown, 'fichier');
/** Shown by the browser itself: a PDF, a picture, a film. */
export const shownAddress = (shown: Shown): string => addressOf(shown, 'fichier', { lire: '1' });
export const pageInPdf = (shown: Shown, page: number): string => `${shownAddress(shown)}#page=${page}`;
export const pagePicture = (shown: Shown, page: number): string => addressOf(shown, `pages/${page}.webp`);
export const thumbnailAddress = (shown: Shown): string => addressOf(shown, 'vignette.webp');
export const subtitlesAddress = (shown: Shown): string => addressOf(shown, 'sous-titres.vtt');
