import { tidied } from '../reading/reading';

/** What these hold is never read by people. */
const silent = new Set(['script', 'style', 'template', 'noscript']);
const lines = new Set(['p', 'br', 'li', 'ul', 'ol', 'div', 'tr', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Signs that French pages write by name. */
const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ', laquo: '«', raquo: '»', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…', ndash: '–', mdash: '—', euro: '€', deg: '°',
  eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', agrave: 'à', acirc: 'â', ccedil: 'ç', icirc: 'î', iuml: 'ï', ocirc: 'ô', ugrave: 'ù', ucirc: 'û', uuml: 'ü', oelig: 'œ', aelig: 'æ', Eacute: 'É', Egrave: 'È', Agrave: 'À', Ccedil: 'Ç',
};

function signOf(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  /** What follows it, up to the next one. */
  readonly after: string;
}

/** What stands behind a «<»: a tag, or with no name a plain sign. */
function tagOf(text: string): Tag {
  const [, slash = '', name = ''] = /^(\/?)([a-z!][a-z0-9]*)/i.exec(text) ?? [];
  if (name === '') return { name, closes: false, after: `<${text}` };
  return { name: name.toLowerCase(), closes: slash !== '', after: text.includes('>') ? text.slice(text.indexOf('>') + 1) : '' };
}

const withoutComments = (html: string): string =>
  html.split('<!--').map((part, at) => (at === 0 ? part : part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : '')).join('');

/** The words of a piece of HTML that a stranger wrote, read once from left to right; markup, scripts and signs by name are gone. */
export function plainText(html: string): string {
  const [first = '', ...tags] = withoutComments(html).split('<');
  let [text, hushed] = [first, ''];
  for (const { name, closes, after } of tags.map(tagOf)) {
    const isHeard = hushed === '' || (closes && name === hushed);
    if (!isHeard) continue;
    hushed = !closes && silent.has(name) ? name : '';
    if (hushed === '') text += `${lines.has(name) ? '\n' : ''}${after}`;
  }
  return tidied(text.replaceAll('\t', ' ').replaceAll(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi, signOf));
}
