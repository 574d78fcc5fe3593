import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { FileProblem, FileRemark } from '../../contract';
import { docxOf, odtOf, pdfOf, xlsxOf, zipOf } from './made-files';

/** A file of the corpus, and what must become of it. */
export interface CorpusFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly problem: FileProblem | null;
  readonly remarks?: readonly FileRemark[];
  /** Something that must be readable on that page, counted from one. */
  readonly says?: readonly [page: number, text: string];
  readonly pages?: number;
}

const part = (name: string, content: string | Buffer) => ({ name, content });

const svg = (inside: string, head = ''): Buffer => Buffer.from(`<?xml version="1.0"?>${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40">${inside}</svg>`);

const entities = '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>';

const withDocument = (document: string): Buffer => zipOf([part('[Content_Types].xml', '<Types/>'), part('word/document.xml', document)]);

/** A PDF under a password, by the standard handler of revision 2 (RC4, 40 bits): what old programs write. */
function lockedPdf(): Buffer {
  const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`;
  const extra = `>>\nendobj\ntrailer\n<< /Root 1 0 R /ID [${hex(Buffer.alloc(16, 1))} ${hex(Buffer.alloc(16, 1))}] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${hex(randomBytes(32))} /U ${hex(randomBytes(32))} >>`;
  return Buffer.from(pdfOf([['Secret']]).toString('latin1').replace(/trailer\n<< (\/Size \d+ \/Root 1 0 R) >>/, (_, root: string) => `trailer\n<< ${root} ${extra.slice(extra.indexOf('/ID'))} >>`), 'latin1');
}

/** What Office writes under a password: its compound file, with a stream of that name. */
function lockedOffice(): Buffer {
  const bytes = Buffer.alloc(4_096, 0);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, 1_024);
  return bytes;
}

/** Noise that no program reads, the same each time. */
const noise = (size: number): Buffer => createCipheriv('aes-256-ctr', createHash('sha256').update('corpus').digest(), Buffer.alloc(16)).update(Buffer.alloc(size));

const picture = (): Promise<Buffer> => sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } }).png().toBuffer();

/** Files made to harm whoever opens them. */
export async function hostileFiles(): Promise<CorpusFile[]> {
  const png = await picture();
  const pdf = pdfOf([['Une page honnête, avec assez de lettres pour être lue.']]);
  const zeros = Buffer.alloc(60_000_000);
  return [
    { what: 'a bomb that says what it is', name: 'bombe.zip', bytes: zipOf([part('a.bin', zeros)]), problem: 'bomb' },
    { what: 'a bomb in a document that lies about its size', name: 'menteur.docx', bytes: zipOf([part('[Content_Types].xml', '<Types/>'), { name: 'word/document.xml', content: zeros, declared: 1_000 }]), problem: 'bomb' },
    { what: 'an archive of thousands of entries', name: 'foule.zip', bytes: zipOf(Array.from({ length: 6_000 }, (_, at) => part(`${at}.txt`, ''))), problem: 'bomb' },
    { what: 'XML that unfolds by entities', name: 'entites.docx', bytes: withDocument(`<?xml version="1.0"?>${entities}<w:document><w:t>&c;&d;</w:t></w:document>`), problem: 'bomb' },
    { what: 'XML of a million levels', name: 'profond.odt', bytes: zipOf([part('mimetype', 'application/vnd.oasis.opendocument.text'), part('content.xml', '<a>'.repeat(1_000_000))]), problem: 'bomb' },
    { what: 'a picture of four gigapixels', name: 'immense.png', bytes: hugePng(), problem: 'bomb' },
    { what: 'a document with macros under another extension', name: 'macro.docx', bytes: docxOf([['Ouvrez-moi']], [part('word/vbaProject.bin', noise(2_000))]), problem: 'macro' },
    { what: 'a template fetched from elsewhere', name: 'modele.docx', bytes: docxOf([['x']], [part('word/_rels/settings.xml.rels', '<Relationships><Relationship Type="x/attachedTemplate" Target="https://exemple.test/t.dotm" TargetMode="External"/></Relationships>')]), problem: 'macro' },
    { what: 'a drawing with a script', name: 'script.svg', bytes: svg('<script>alert(1)</script>'), problem: 'script' },
    { what: 'a drawing with a handler', name: 'clic.svg', bytes: svg('<rect width="9" height="9" onload="alert(1)"/>'), problem: 'script' },
    { what: 'a drawing that fetches', name: 'image.svg', bytes: svg('<image xlink:href="file:///etc/passwd"/>'), problem: 'script' },
    { what: 'a drawing with entities', name: 'entites.svg', bytes: svg('<text>&c;</text>', entities), problem: 'bomb' },
    { what: 'a PDF with an archive at its end', name: 'double.pdf', bytes: Buffer.concat([pdf, zipOf([part('x.html', '<script>')])]), problem: 'polyglot' },
    { what: 'a picture that is a PDF too', name: 'double.gif', bytes: Buffer.concat([Buffer.from('GIF89a'), pdf]), problem: 'polyglot' },
    { what: 'a picture with a script behind', name: 'photo.png', bytes: Buffer.concat([png, Buffer.from('<html><script>alert(1)</script>')]), problem: 'polyglot' },
    { what: 'an archive that begins as a PDF', name: 'double.zip', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), zipOf([part('a.txt', 'a')])]), problem: 'polyglot' },
    { what: 'a program named as a PDF', name: 'facture.pdf', bytes: Buffer.concat([Buffer.from('MZ'), noise(3_000)]), problem: 'wrong-extension' },
    { what: 'a picture named as a PDF', name: 'plan.pdf', bytes: png, problem: 'wrong-extension' },
    { what: 'a page of the web named as a PDF', name: 'page.pdf', bytes: Buffer.from('<!doctype html><script>alert(1)</script>'), problem: 'wrong-extension' },
    { what: 'subtitles that are none', name: 'film.vtt', bytes: Buffer.from('<script>alert(1)</script>'), problem: 'wrong-extension' },
    { what: 'a spreadsheet named as a document', name: 'tableau.docx', bytes: xlsxOf([{ name: 'A', rows: [['x']] }]), problem: 'wrong-extension' },
    { what: 'an archive that climbs out of its folder', name: 'chemin.zip', bytes: zipOf([part('../../../../etc/cron.d/x', 'x')]), problem: 'path-in-archive' },
    { what: 'an archive with an absolute path', name: 'absolu.zip', bytes: zipOf([part('/etc/passwd', 'x')]), problem: 'path-in-archive' },
    { what: 'an archive with a path of Windows', name: 'windows.zip', bytes: zipOf([part('C:\\Windows\\x.dll', 'x')]), problem: 'path-in-archive' },
    { what: 'a PDF under a password', name: 'protege.pdf', bytes: lockedPdf(), problem: 'password' },
    { what: 'a document under a password', name: 'protege.docx', bytes: lockedOffice(), problem: 'password' },
    { what: 'an archive under a password', name: 'protege.zip', bytes: zipOf([{ name: 'a.txt', content: 'secret', flags: 1 }]), problem: 'password' },
    { what: 'an old document under a new extension', name: 'vieux.docx', bytes: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(3_000)]), problem: 'old-office' },
    { what: 'a document cut in two', name: 'coupe.docx', bytes: docxOf([['x'.repeat(4_000)]]).subarray(0, 500), problem: 'corrupt' },
    { what: 'a PDF that is only its first line', name: 'coupe.pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(5_000)]), problem: 'corrupt' },
    { what: 'a broken picture', name: 'casse.png', bytes: Buffer.concat([png.subarray(0, 60), noise(100)]), problem: 'corrupt' },
  ];
}

/** A header that promises 65,000 by 65,000 pixels. */
function hugePng(): Buffer {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d494844520000fde80000fde80806000000000000000000000049444154', 'hex');
  return Buffer.concat([bytes, Buffer.alloc(64)]);
}

/** Files as people have them: honest, sometimes imperfect. */
export async function honestFiles(): Promise<CorpusFile[]> {
  return [
    { what: 'a PDF of three pages', name: 'guide.pdf', bytes: pdfOf([['Première page du guide des achats responsables.'], ['La clause sur le béton de chanvre tient en dix lignes.'], ['Annexes et remerciements à tous.']]), problem: null, remarks: ['untagged'], says: [2, 'béton de chanvre'], pages: 3 },
    { what: 'a scanned PDF', name: 'numerise.pdf', bytes: pdfOf([['1'], ['2']]), problem: null, remarks: ['scanned'], pages: 2 },
    { what: 'a PDF that claims ten thousand pages', name: 'vantard.pdf', bytes: pdfOf([['La seule page de ce document bien modeste.']], { claimed: 10_000 }), problem: null, says: [1, 'bien modeste'], pages: 1 },
    { what: 'a form with scripts', name: 'formulaire.pdf', bytes: pdfOf([['Un formulaire qui calcule tout seul ses totaux.']], { extra: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }), problem: null, remarks: ['untagged', 'active-content'], pages: 1 },
    { what: 'a document of two pages', name: 'note.docx', bytes: docxOf([['Une note'], ['Le sourcing des fournisseurs & l’audit']]), problem: null, says: [2, 'sourcing des fournisseurs & l’audit'], pages: 2 },
    { what: 'an OpenDocument', name: 'charte.odt', bytes: odtOf([['Charte'], ['Relations fournisseurs apaisées']]), problem: null, says: [2, 'fournisseurs apaisées'], pages: 2 },
    { what: 'a spreadsheet', name: 'suivi.xlsx', bytes: xlsxOf([{ name: 'Mode d’emploi', rows: [['Lire']] }, { name: 'Indicateurs', rows: [['Part des marchés avec clause sociale', 42]] }]), problem: null, says: [2, 'Part des marchés avec clause sociale 42'], pages: 2 },
    { what: 'subtitles', name: 'webinaire.vtt', bytes: Buffer.from('WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nBonjour à toutes\n\n00:06:10.000 --> 00:06:12.000\n<v Claire>Parlons du <b>réemploi</b>.\n'), problem: null, says: [2, 'Parlons du réemploi.'], pages: 2 },
    { what: 'a text of Windows', name: 'lisez-moi.txt', bytes: Buffer.from('\xe9t\xe9 \x9cuvre', 'latin1'), problem: null, says: [1, 'été œuvre'], pages: 1 },
    { what: 'a picture', name: 'carte.png', bytes: await picture(), problem: null, pages: 1 },
    { what: 'a still drawing', name: 'schema.svg', bytes: svg('<rect width="9" height="9" fill="url(#a)"/>'), problem: null, pages: 1 },
    { what: 'an archive', name: 'kit.zip', bytes: zipOf([part('modeles/grille.txt', 'a'), part('lisez-moi.txt', 'b')]), problem: null, remarks: ['no-preview'], says: [1, 'modeles/grille.txt'], pages: 1 },
  ];
}
