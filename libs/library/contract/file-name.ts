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

/** «guide_achat-durable_v2.pdf» read aloud: «Guide achat durable v2». */
export function titleOfName(name: string): string {
  const stem = harmlessName(name).replace(/\.[^.]{1,10}$/, '');
  const words = stem.replaceAll(/[_+]+|(?<=\S)-(?=\S)/g, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 200);
  const title = words.length < 3 ? `Document ${words}`.trim() : words;
  return title.charAt(0).toLocaleUpperCase('fr') + title.slice(1);
}
