/** What the public layout loads of meetings: the page and its words, nothing of members' pages. */
export const visitorMeetingPage = () => import('./meeting/public-meeting.page').then((module) => module.PublicMeetingPage);

const words = {
  fr: () => import('./i18n/meeting-page.fr').then((module) => module.meetingPageFr),
  en: () => import('./i18n/meeting-page.en').then((module) => module.meetingPageEn),
};

export const visitorMeetingWords = async (language: 'fr' | 'en') => ({ meetings: await words[language]() });
