const words = {
  fr: async () => ({ scheduling: (await import('./i18n/fr')).schedulingFr, platform: (await import('@cohorte/platform/words.fr')).platformFr }),
  en: async () => ({ scheduling: (await import('./i18n/en')).schedulingEn, platform: (await import('@cohorte/platform/words.en')).platformEn }),
};

/** A poll for people without account, by their personal link, and the words it needs. */
export const pollLinkPage = () => import('./polls/poll-link.page').then((module) => module.PollLinkPage);
/** A poll behind its open link, before one has said who one is. */
export const openPollPage = () => import('./polls/open-poll.page').then((module) => module.OpenPollPage);
export const pollLinkWords = (language: 'fr' | 'en') => words[language]();
