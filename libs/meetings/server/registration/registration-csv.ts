import { formatDateTime } from '@cohorte/platform/contract';
import type { PlaceRow, SeatPolicy } from '../../contract';

const statusWords: Record<PlaceRow['status'], string> = {
  registered: 'Inscrit·e', 'to-confirm': 'À confirmer', informed: 'Ne vient pas', pending: 'Demande en attente', waiting: 'Liste d’attente', offered: 'Place proposée', cancelled: 'Désinscrit·e', refused: 'Refusé·e',
};

/** A spreadsheet runs what begins so: an apostrophe before it makes it text again. */
const isFormula = /^[=+\-@\t\r]/;

export function cell(text: string): string {
  const safe = isFormula.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line a registration, for French spreadsheets: semicolons, and a mark that says UTF-8. Needs of access are on the screen only: they are forgotten after thirty days. */
export function csvOf(rows: readonly PlaceRow[], policy: SeatPolicy): string {
  const head = ['N°', 'Nom', 'Adresse électronique', 'Structure', 'Situation', 'Rang d’attente', 'Sur place ou à distance', 'Demande du', 'Inscription par', ...policy.questions.map(({ label }) => label)];
  const lines = rows.map((row) => [
    String(row.number), row.name, row.email, row.structureName ?? '', statusWords[row.status], row.position === null ? '' : String(row.position),
    row.way === null ? '' : row.way === 'room' ? 'Sur place' : 'À distance', formatDateTime(row.askedAt), row.registeredBy ?? '', ...policy.questions.map(({ id }) => [row.answers[id] ?? []].flat().join(', ')),
  ]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}
