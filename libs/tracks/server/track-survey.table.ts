import type { SurveyedMeeting } from '../contract';

const head = [
  'Rencontre', 'Titre', 'Date', 'Réponses', 'Présents', 'Pas du tout utile', 'Peu utile', 'Plutôt utile', 'Très utile', 'Trop lent', 'Bon rythme', 'Trop rapide', 'Ce qui a été écrit',
];

/** A line a meeting, for a spreadsheet; nothing but the number of answers where totals are not shown. */
export function surveyTable(meetings: readonly SurveyedMeeting[], day: (iso: string) => string): string[][] {
  const counts = (totals: SurveyedMeeting['totals']): string[] => {
    if (!totals) return Array.from({ length: 8 }, () => '');
    const { useful, pace, words } = totals;
    const said = words.map(({ words: written, name }) => (name === null ? written : `${written} (${name})`)).join('\n');
    return [useful[1], useful[2], useful[3], useful[4], pace['too-slow'], pace.right, pace['too-fast']].map(String).concat(said);
  };
  return [head, ...meetings.map(({ number, title, startsAt, answers, asked, totals }) => [number === null ? '' : String(number), title, day(startsAt), String(answers), String(asked), ...counts(totals)])];
}
