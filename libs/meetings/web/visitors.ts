/** What the public layout loads of meetings: the page and its words, nothing of members' pages. */
export const visitorMeetingPage = () => import('./meeting/public-meeting.page').then((module) => module.PublicMeetingPage);

const words = {
  fr: () => import('./i18n/visitors.fr').then((module) => module.visitorsFr),
  en: () => import('./i18n/visitors.en').then((module) => module.visitorsEn),
};

export const visitorMeetingWords = (language: 'fr' | 'en') => words[language]();

/** The public page of coming meetings, and its few words. */
export const comingMeetingsPage = () => import('./calendar/coming.page').then((module) => module.ComingPage);

const comingWords = {
  fr: () => import('./i18n/coming.fr').then((module) => module.comingFr),
  en: () => import('./i18n/coming.en').then((module) => module.comingEn),
};

export const comingMeetingsWords = async (language: 'fr' | 'en') => ({ meetings: await comingWords[language]() });

/** Certificates verified, and «I am in the room»: with the words of members’ pages, loaded only by who opens them. */
export const verificationRoutes = () => import('./attendance/attendance.routes').then((module) => module.verificationPages);
export const checkInPage = () => import('./attendance/check-in.page').then((module) => module.CheckInPage);
