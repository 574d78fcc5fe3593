import type { textsFr } from './texts.fr';

/** What the pages of plain text say. */
export const textsEn: typeof textsFr = {
  legal: {
    title: 'Legal notice',
    blocks: [
      { title: 'Who publishes this site', text: ['This installation of Cohorte is published by the organisation that runs it: ask the team of your network, named on the page of the network, for its name, address and responsible person.', 'While it runs on a demonstration machine it is not published and has no publisher.'] },
      { title: 'Hosting', text: ['The application, its database and its files are on the operator’s machine. Pages call no outside service: no font, no statistics, no video.'] },
      { title: 'Software', text: ['Cohorte is free software under the European Union Public Licence (EUPL-1.2). The typefaces Atkinson Hyperlegible Next and Literata are under the SIL Open Font Licence; the Lucide icons under the ISC licence.'] },
      { title: 'Contents', text: ['Each organisation owns what it writes. Legal information shown here helps the work and does not replace advice.'] },
    ],
  },
  privacy: {
    title: 'Personal data',
    blocks: [
      { title: 'What is recorded', text: ['Your name, your professional mail address, your job title if you give it, your display preferences, the networks and organisations you belong to, and what you write in documents, with the time.', 'For signing in: single-use codes kept hashed for ten minutes, the list of your connected devices, and the passkeys you add.', 'To tell you things: what you were told, by e-mail or in Cohorte, erased after six months, and what you asked not to receive any more. E-mails hold no tracker: nobody knows whether you open them.'] },
      { title: 'Why', text: ['To work on a document together and know who wrote what; to invite to meetings; to protect access. Nothing is used otherwise, nothing is sold, no profile is made.'] },
      { title: 'Who sees it', text: ['People of your organisation and of your tracks see your name and job title. An organisation’s text is read only by itself and by those it invites.'] },
      { title: 'Cookies and storage', text: ['One sign-in cookie, necessary. Your browser also keeps, on your device, your preferences and the changes to a document not sent yet. No tracker.'] },
      { title: 'Your rights', text: ['From your profile you can download all your data and erase your account at any time. Afterwards your contributions stay in the documents, signed “deleted member”.', 'For anything else write to the team of your network; you may also turn to the CNIL.'] },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    state: 'Conformance: partially conforming. No outside audit has been made yet.',
    blocks: [
      { title: 'What is checked', text: ['Each page is checked automatically with axe against WCAG 2.2 level AA, in light and dark themes, on a computer and on a phone. The main walks are replayed with the keyboard alone.'] },
      { title: 'What is not yet', text: ['No complete RGAA evaluation was made, and screen readers were not tried by people who use them daily. In the document editor the position of other writers is not announced.'] },
      { title: 'Your preferences', text: ['In your profile: light or dark theme, larger text, compact display, reduced motion. Documents also have an HTML and a plain text version to download.'] },
      { title: 'Tell us about a difficulty', text: ['Write to the team of your network, saying which page and what you wanted to do. Without an answer you may turn to the Défenseur des droits.'] },
    ],
  },
};
