import { type ResourceFields, resourceFields } from '../contract';
import { readCsv, writeCsv } from './csv';

/** A resource on its way in or out: what its depositor writes, and the address it is known by. */
export interface TravellingResource {
  readonly slug: string;
  readonly fields: Omit<ResourceFields, 'spaceId'>;
}

const bar = ' | ';
const list = (values: readonly string[]): string => values.join(bar);
const split = (cell: string): string[] => cell.split('|').map((value) => value.trim()).filter(Boolean);

type Fields = TravellingResource['fields'];

/** Columns of the table, in French as people read them, and how each is written. */
const columns: readonly [name: string, write: (fields: Fields) => string][] = [
  ['nature', ({ form }) => form], ['titre', ({ title }) => title], ['résumé', ({ summary }) => summary], ['texte', ({ content }) => content], ['lien', ({ link }) => link ?? ''],
  ['éditeur', ({ publisher }) => publisher], ['année', ({ year }) => String(year ?? '')], ['langue', ({ language }) => language], ['licence', ({ licence }) => licence],
  ['thèmes', ({ themes }) => list(themes)], ['segments', ({ segments }) => list(segments)], ['étapes', ({ stages }) => list(stages)], ['secteurs', ({ sectors }) => list(sectors)],
  ['territoires', ({ territories }) => list(territories)], ['publics', ({ audiences }) => list(audiences)], ['textes cités', ({ legal }) => list(legal)], ['accès', ({ access }) => access],
  ['vérifiée le', ({ checkedOn }) => checkedOn ?? ''], ['à revoir le', ({ reviewOn }) => reviewOn ?? ''], ['clause', ({ clause }) => clause?.text ?? ''], ['clause : intérêt', ({ clause }) => clause?.interest ?? ''],
  ['clause : points de vigilance', ({ clause }) => list(clause?.watchPoints ?? [])], ['clause : place', ({ clause }) => clause?.phase ?? ''], ['clause : proposée par', ({ clause }) => clause?.contributor ?? ''],
  ['étiquettes', ({ tags }) => list(tags)], ['codes CPV', ({ cpv }) => list(cpv)],
];
const identifier = 'identifiant';
const names = [identifier, ...columns.map(([name]) => name)];

/** The table of a library, one line a resource, in the order of their addresses: the same library gives the same text. */
export function writeTable(resources: readonly TravellingResource[]): string {
  const lines = resources.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)).map(({ slug, fields }) => [slug, ...columns.map(([, write]) => write(fields))]);
  return writeCsv([names, ...lines]);
}

export interface ReadLine {
  /** As a spreadsheet numbers it. */
  readonly line: number;
  readonly title: string;
  readonly slug: string;
  readonly resource: TravellingResource | null;
  /** Names of columns that were not understood. */
  readonly problems: readonly string[];
}

const known = new Map(['form', 'title', 'summary', 'content', 'link', 'publisher', 'year', 'language', 'licence', 'themes', 'segments', 'stages', 'sectors', 'territories', 'audiences', 'legal', 'access', 'checkedOn', 'reviewOn']
  .map((field, at) => [field, columns[at]?.[0] ?? field]).concat([['tags', 'étiquettes'], ['cpv', 'codes CPV']]) as [string, string][]);
const travelling = resourceFields.omit({ spaceId: true });

function fieldsOf(cell: (name: string) => string): unknown {
  const or = (name: string, usual: string): string => cell(name) || usual;
  const orNone = (name: string): string | null => cell(name) || null;
  const clause = cell('clause') && { text: cell('clause'), interest: cell('clause : intérêt'), watchPoints: split(cell('clause : points de vigilance')), phase: or('clause : place', 'cctp'), contributor: cell('clause : proposée par') };
  return {
    form: cell('nature'), title: cell('titre'), summary: cell('résumé'), content: cell('texte'), link: orNone('lien'), publisher: cell('éditeur'), year: cell('année') ? Number(cell('année')) : null,
    language: or('langue', 'fr'), licence: or('licence', 'to-check'), themes: split(cell('thèmes')), segments: split(cell('segments')), stages: split(cell('étapes')), sectors: split(cell('secteurs')),
    territories: split(cell('territoires')), audiences: split(cell('publics')), legal: split(cell('textes cités')), tags: split(cell('étiquettes')), cpv: split(cell('codes cpv')), access: or('accès', 'network'), checkedOn: orNone('vérifiée le'), reviewOn: orNone('à revoir le'),
    clause: clause || null,
  };
}

function readLine(cells: readonly string[], place: ReadonlyMap<string, number>, line: number): ReadLine {
  const cell = (name: string): string => cells[place.get(name) ?? -1]?.trim() ?? '';
  const slug = cell(identifier);
  const parsed = travelling.safeParse(fieldsOf(cell));
  const problems = parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => (path[0] === 'clause' ? 'clause' : (known.get(String(path[0])) ?? String(path[0])))))];
  const badSlug = slug !== '' && !/^[a-z0-9][a-z0-9-]{1,119}$/.test(slug) ? [identifier] : [];
  // What belongs to a cohort or a structure does not travel: its place is not in the table.
  const badAccess = parsed.success && !['public', 'network'].includes(parsed.data.access) ? ['accès'] : [];
  const all = [...badSlug, ...problems, ...badAccess];
  return { line, slug, title: cell('titre'), problems: all, resource: parsed.success && all.length === 0 ? { slug, fields: parsed.data } : null };
}

/** Lines of a table as people send it: columns in any order, those it lacks empty. Null when it is no table of resources. */
export function readTable(text: string): ReadLine[] | null {
  const [head, ...lines] = readCsv(text);
  const place = new Map((head ?? []).map((name, at) => [name.trim().toLowerCase(), at]));
  if (!place.has('titre') || !place.has('nature')) return null;
  return lines.map((cells, at) => readLine(cells, place, at + 2));
}
