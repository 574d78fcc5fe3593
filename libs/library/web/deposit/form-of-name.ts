import { plain } from '@cohorte/platform/contract';

const extensionOf = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

type Hint = readonly [words: RegExp, form: string];

const byWords: readonly Hint[] = [
  [/\b(auto-?diagnostic|autoevaluation|self.?assessment)/, 'self_assessment'],
  [/\b(modele|trame|gabarit|template|formulaire)/, 'template'],
  [/\b(grille|tableau de bord|matrice|outil|calculateur|worksheet)/, 'worksheet'],
  [/\b(loi|decret|arrete|ordonnance|circulaire|directive)\b/, 'legal_text'],
  [/\b(fiche juridique|note juridique)/, 'legal_sheet'],
  [/\b(temoignage|retour d.?experience|retex|rex)\b/, 'testimony'],
  [/\b(faq|foire aux questions)\b/, 'faq'],
  [/\bguide/, 'guide'],
  [/\b(etude|rapport|enquete|diagnostic|study|report)/, 'study'],
  [/\b(diaporama|presentation|support|slides)/, 'slides'],
  [/\b(spaser|schema de promotion)\b/, 'published_spaser'],
  [/\b(fiche|sheet)/, 'method_sheet'],
];

const byExtension: Readonly<Record<string, string>> = {
  ppt: 'slides', pptx: 'slides', odp: 'slides', xls: 'worksheet', xlsx: 'worksheet', ods: 'worksheet', csv: 'worksheet', mp4: 'replay', webm: 'replay', mp3: 'replay', ogg: 'replay', m4a: 'replay', wav: 'replay', vtt: 'replay', srt: 'replay',
};

/** What the file may be, from the words of its name first, then from its type; the person has the last word. */
export function formOfName(name: string): string {
  const said = plain(name.replaceAll(/%[0-9a-f]{2}/gi, ' ')).replaceAll(/[_.-]+/g, ' ');
  return byWords.find(([words]) => words.test(said))?.[1] ?? byExtension[extensionOf(name)] ?? 'method_sheet';
}
