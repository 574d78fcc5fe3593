import type { Routes } from '@angular/router';
import { lastIsResource, visitorCopyPage, visitorCopyWords, visitorLibraryWords, visitorReaderPage, visitorReaderWords, visitorResourcePage, visitorResourcesPage, visitorToolboxesPage, visitorToolboxPage, visitorToolboxWords } from '@cohorte/library/visitors';
import { checkInPage, comingMeetingsPage, comingMeetingsWords, verificationRoutes, visitorMeetingPage, visitorMeetingWords } from '@cohorte/meetings/visitors';
import { openPollPage, pollLinkPage, pollLinkWords } from '@cohorte/scheduling/visitors';
import { withMembersWords } from './i18n/language.service';
import { lastIsIdentifier, visitorsOnly, withWords } from './public/visitor.match';

/** The words of the landing page and of the pages of plain text, which no other page carries. */
const landingWords = async (language: 'fr' | 'en') => ({ web: language === 'fr' ? (await import('./i18n/landing.fr')).landingFr : (await import('./i18n/landing.en')).landingEn });
const textsWords = async (language: 'fr' | 'en') => ({ web: language === 'fr' ? (await import('./i18n/texts.fr')).textsFr : (await import('./i18n/texts.en')).textsEn });

/** The words of the search, for visitors. */
const searchWords = async (language: 'fr' | 'en') => ({
  search: language === 'fr' ? (await import('./search/search.fr')).searchFr : (await import('./search/search.en')).searchEn,
});

const member = () => import('./member.routes').then((module) => module.memberRoutes);

/** Public pages first, by doors of their own that open onto nothing else; what needs a person is one lazy group, so that visitors never load it. */
export const routes: Routes = [
  { path: 'design', loadChildren: () => import('@cohorte/ui/web/design.routes').then((module) => module.designRoutes) },
  {
    path: '',
    loadComponent: () => import('./public/public-layout').then((module) => module.PublicLayout),
    children: [
      { path: '', pathMatch: 'full', title: 'web.titles.landing', canMatch: [withWords(landingWords)], loadComponent: () => import('./public/landing.page').then((module) => module.LandingPage) },
      { path: 'mentions-legales', title: 'web.titles.legal', canMatch: [withWords(textsWords)], loadComponent: () => import('./public/legal.page').then((module) => module.LegalPage) },
      { path: 'donnees-personnelles', title: 'web.titles.privacy', canMatch: [withWords(textsWords)], loadComponent: () => import('./public/privacy.page').then((module) => module.PrivacyPage) },
      { path: 'accessibilite', title: 'web.titles.accessibility', canMatch: [withWords(textsWords)], loadComponent: () => import('./public/accessibility.page').then((module) => module.AccessibilityPage) },
      { path: 'rencontres', pathMatch: 'full', title: 'meetings.coming.title', canMatch: [visitorsOnly, withWords(comingMeetingsWords)], loadComponent: comingMeetingsPage },
      { path: 'rencontres/:meetingId/presence/:key', title: 'meetings.presence.checkIn.title', canMatch: [withMembersWords], loadComponent: checkInPage },
      { path: 'attestations', canMatch: [withMembersWords], loadChildren: verificationRoutes },
      { path: 'rencontres/:meetingId', title: 'meetings.page.title', canMatch: [lastIsIdentifier, visitorsOnly, withWords(visitorMeetingWords)], loadComponent: visitorMeetingPage },
      { path: 'ressources', pathMatch: 'full', title: 'library.title', canMatch: [visitorsOnly, withWords(visitorLibraryWords)], loadComponent: visitorResourcesPage },
      { path: 'ressources/:ref', title: 'library.resource', canMatch: [lastIsResource, visitorsOnly, withWords(visitorLibraryWords)], loadComponent: visitorResourcePage },
      { path: 'ressources/:ref/lecture', title: 'library.file.reader.title', canMatch: [visitorsOnly, withWords(visitorLibraryWords), withWords(visitorReaderWords)], loadComponent: visitorReaderPage },
      { path: 'ressources/:ref/copie', title: 'library.copy.short', canMatch: [visitorsOnly, withWords(visitorLibraryWords), withWords(visitorCopyWords)], loadComponent: visitorCopyPage },
      { path: 'boites-a-outils', pathMatch: 'full', title: 'library.toolbox.all', canMatch: [visitorsOnly, withWords(visitorLibraryWords), withWords(visitorToolboxWords)], loadComponent: visitorToolboxesPage },
      { path: 'boites-a-outils/:ref', title: 'library.toolbox.all', canMatch: [visitorsOnly, withWords(visitorLibraryWords), withWords(visitorToolboxWords)], loadComponent: visitorToolboxPage },
      { path: 'recherche', title: 'search.title', canMatch: [visitorsOnly, withWords(searchWords), withWords(visitorLibraryWords)], loadComponent: () => import('./search/search.page').then((module) => module.SearchPage) },
      { path: 'sondage/:token', title: 'scheduling.polls.pageTitle', canMatch: [withWords(pollLinkWords)], loadComponent: pollLinkPage },
      { path: 'sondage-ouvert/:token', title: 'scheduling.polls.pageTitle', canMatch: [withWords(pollLinkWords)], loadComponent: openPollPage },
      { path: 'courrier', canMatch: [withMembersWords], title: 'web.titles.mailbox', loadComponent: () => import('@cohorte/platform/web').then((module) => module.MailboxPage) },
      { path: 'connexion', canMatch: [withMembersWords], loadChildren: () => import('@cohorte/identity/web').then((module) => module.signInRoutes) },
      { path: 'desinscription', canMatch: [withMembersWords], loadChildren: () => import('@cohorte/notifications/web').then((module) => module.stoppingRoutes) },
      { path: 'invitations', canMatch: [withMembersWords], loadChildren: () => import('@cohorte/networks/web').then((module) => module.invitationRoutes) },
      { path: 'sondage-parcours', canMatch: [withMembersWords], loadChildren: () => import('@cohorte/scheduling/web').then((module) => module.trackLinkRoutes) },
      { path: 'inscription', canMatch: [withMembersWords], loadChildren: () => import('@cohorte/meetings/web').then((module) => module.registrationLinkRoutes) },
      { path: 'installation', canMatch: [withMembersWords], loadChildren: () => import('@cohorte/networks/web').then((module) => module.installationRoutes) },
    ],
  },
  { path: '', canMatch: [withMembersWords], loadChildren: member },
];
