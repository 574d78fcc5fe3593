/** What stands over the sheet: a version or the present text with its authors, or two versions compared; `null` is the present. */
export type VersionView =
  | { readonly kind: 'read'; readonly seq: number | null; readonly authors: boolean }
  | { readonly kind: 'compare'; readonly from: number; readonly to: number | null };

type Query = Readonly<Record<string, unknown>>;

const position = (value: unknown): number | null => (typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null);

/** What the address asks for; nothing when it says nothing that can be understood. */
export function versionViewOf({ version, avec, vue }: Query): VersionView | null {
  const seq = position(version);
  const other = position(avec);
  if (seq !== null && (other !== null || avec === 'maintenant')) return { kind: 'compare', from: seq, to: other };
  const authors = vue === 'auteurs';
  return seq !== null || authors ? { kind: 'read', seq, authors } : null;
}

/** The address of a view; the two are each other's inverse. */
export function queryOf(view: VersionView | null): Record<string, string | number> {
  if (view === null) return {};
  if (view.kind === 'compare') return { version: view.from, avec: view.to ?? 'maintenant' };
  return { ...(view.seq === null ? {} : { version: view.seq }), ...(view.authors ? { vue: 'auteurs' } : {}) };
}
