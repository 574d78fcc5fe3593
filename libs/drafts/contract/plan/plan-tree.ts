/** What decides where an entry stands. */
export interface Standing {
  readonly parent: string;
  readonly order: string;
}

type Entries = ReadonlyMap<string, Standing>;

/** Entries that would be below themselves: of each ring, the first by its id stands at the top. */
function cutRings(entries: Entries): Set<string> {
  const cut = new Set<string>();
  const seen = new Set<string>();
  for (const start of entries.keys()) {
    const path: string[] = [];
    let id = start;
    while (entries.has(id) && !seen.has(id)) {
      seen.add(id);
      path.push(id);
      id = entries.get(id)?.parent ?? '';
    }
    const ring = path.indexOf(id);
    if (ring !== -1) cut.add(path.slice(ring).reduce((first, one) => (one < first ? one : first)));
  }
  return cut;
}

const byOrder = (entries: Entries) => (one: string, other: string): number => {
  const [a, b] = [entries.get(one)?.order ?? '', entries.get(other)?.order ?? ''];
  if (a !== b) return a < b ? -1 : 1;
  return one < other ? -1 : 1;
};

/** Everyone below the parent they name, or at the top when that cannot be; each list in order. */
function named(entries: Entries): Map<string, string[]> {
  const cut = cutRings(entries);
  const below = new Map<string, string[]>([['', []]]);
  for (const id of [...entries.keys()].sort(byOrder(entries))) {
    const parent = entries.get(id)?.parent ?? '';
    const under = cut.has(id) || !entries.has(parent) ? '' : parent;
    const list = below.get(under);
    if (list) list.push(id);
    else below.set(under, [id]);
  }
  return below;
}

/** Who stands below whom (the top is ''), each in order; every entry exactly once, none deeper than `depth`. */
export function settled(entries: Entries, depth: number): Map<string, string[]> {
  const wanted = named(entries);
  const top = [...(wanted.get('') ?? [])];
  const below = new Map<string, string[]>([['', top]]);
  let level = [...top];
  for (let reached = 1; level.length > 0; reached = reached >= depth ? 1 : reached + 1) {
    const next = level.map((id) => [id, wanted.get(id) ?? []] as const).filter(([, children]) => children.length > 0);
    // What would be too deep begins again at the top.
    if (reached >= depth) top.push(...next.flatMap(([, children]) => children));
    else next.forEach(([id, children]) => below.set(id, children));
    level = next.flatMap(([, children]) => children);
  }
  return below;
}
