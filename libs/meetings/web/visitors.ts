/** What the public layout loads of meetings: the page and its words, nothing of members' pages. */
export const visitorMeetingPage = () => import('./meeting/public-meeting.page').then((module) => module.PublicMeetingPage);

const words = {
  fr: () => import('./i18n/visitors.fr').then((module) => module.visitorsFr),
  en: () => import('./i18n/visitors.en').then((module) => module.visitorsEn),
};

export const visitorMeetingWords = (language: 'fr' | 'en') => words[language]();
