/** As long a name as every file system takes, accents counted as two bytes. */
const longest = 120;
const unnamed = 'fichier';

/**
 * A name as it may be kept, shown and given back: composed letters (macOS writes them in two), no folder, nothing invisible,
 * nothing that Windows refuses; too long, it is shortened before its extension.
 */
export function harmlessName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const visible = last.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '').replaceAll(/[<>:"|?*]/g, '-').replaceAll(/\s+/g, ' ');
  const bare = visible.replace(/^[. ]+/, '').replace(/[. ]+$/, '');
  const at = bare.lastIndexOf('.');
  const [stem, extension] = at > 0 && bare.length - at <= 11 ? [bare.slice(0, at), bare.slice(at)] : [bare, ''];
  const kept = [...stem].slice(0, longest - extension.length).join('').trimEnd();
  // Names that Windows keeps for its devices, whatever their extension.
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(kept) ? `${unnamed}-${kept}` : kept;
  return `${safe || unnamed}${extension}`;
}

/** What the computer added by itself: «(1)», «- Copie», «copie de». */
const addedByItself = /\s*\(\d{1,3}\)$|\s*[-–_ ]\s*copie(?: \d+)?$|^copie de\s+|\s*[-–_ ]\s*copy(?: \d+)?$|^copy of\s+/giu;
const longestTitle = 200;

function decoded(name: string): string {
  try {
    return /%[0-9a-f]{2}/i.test(name) ? decodeURIComponent(name) : name;
  } catch {
    return name;
  }
}

/** «guide_achat-durable%20v2 (1).pdf» read aloud: «Guide achat-durable v2»; a first title, for its depositor to better. */
export function titleOfName(name: string): string {
  const stem = harmlessName(decoded(name)).replace(/\.[a-z0-9]{1,5}$/i, '');
  const spaced = stem.replaceAll(/[_+]+/g, ' ').replaceAll(/(?<!\d)\.(?!\d)|\.(?=\D)/gu, ' ');
  // Without any space the hyphens are the spaces, but for dates and numbers.
  const words = /\s/.test(spaced.trim()) ? spaced : spaced.replaceAll(/(?<!\d)-|-(?!\d)/gu, ' ');
  const bare = words.replaceAll(addedByItself, '').replaceAll(/\s+/g, ' ').replaceAll(/^[-–.\s]+|[-–.\s]+$/gu, '').slice(0, longestTitle).trim();
  const title = bare.length < 3 ? `Document ${bare}`.trim() : bare;
  return title.charAt(0).toLocaleUpperCase('fr') + title.slice(1);
}
