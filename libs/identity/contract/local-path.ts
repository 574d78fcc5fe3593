/** Where to go after signing in: a path of this site, or `/`. Anything a browser could read as another site is refused. */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 2_000 || !/^\/(?![/\\])/.test(wanted) || /[\\\p{Cc}]/u.test(wanted)) return '/';
  const read = new URL(wanted, 'https://local.invalid');
  if (read.origin !== 'https://local.invalid' || read.pathname.startsWith('//')) return '/';
  return read.pathname.startsWith('/connexion') ? '/' : `${read.pathname}${read.search}${read.hash}`;
}
