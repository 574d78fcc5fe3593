import type { Language } from '@cohorte/platform/contract';

/** What a calendar entry says of a meeting; the link comes only to those who may join. */
export interface CalendarText {
  readonly objective: string;
  readonly agenda: readonly string[];
  readonly place: string;
  readonly link: string | null;
  readonly page: string;
}

const words = {
  fr: { join: 'Rejoindre la visioconférence', page: 'Page de la rencontre', agenda: 'Ordre du jour', place: 'Lieu', cancelled: 'Annulée', poll: 'Date en cours de sondage' },
  en: { join: 'Join online', page: 'Meeting page', agenda: 'Agenda', place: 'Place', cancelled: 'Cancelled', poll: 'Date being polled' },
} as const;

export const cancelledTitle = (title: string, language: Language): string => `${words[language].cancelled} : ${title}`;
export const pollTitle = (title: string, language: Language): string => `${words[language].poll} : ${title}`;

/** What goes under «where»: the room, else the link, since phones open it from there; both when the meeting is in both. */
export const calendarPlace = ({ place, link }: Pick<CalendarText, 'place' | 'link'>): string => [place, link].filter(Boolean).join(' · ');

/** The body of an entry, in plain text: how to join first, since it is read one minute before. */
export function calendarDescription(text: CalendarText, language: Language): string {
  const say = words[language];
  const how = [text.link ? `${say.join} : ${text.link}` : '', text.place ? `${say.place} : ${text.place}` : '', `${say.page} : ${text.page}`];
  const agenda = text.agenda.length > 0 ? [`${say.agenda} :`, ...text.agenda.map((line) => `- ${line}`)] : [];
  return [how.filter(Boolean).join('\n'), text.objective, agenda.join('\n')].filter(Boolean).join('\n\n');
}
