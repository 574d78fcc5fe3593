import type { shellFr } from './shell.fr';

export const shellEn: typeof shellFr = {
  nav: { home: 'Home', cohorts: 'Tracks', agenda: 'Calendar', documents: 'Documents', resources: 'Resources', network: 'Network' },
  networks: { label: 'Network: {{ name }}', choose: 'Switch network', none: 'No network' },
  me: {
    label: 'My account: {{ name }}', profile: 'My profile', language: 'Language', theme: 'Appearance',
    themes: { system: 'Like the device', light: 'Light', dark: 'Dark' },
    languages: { fr: 'Français', en: 'English' },
    shortcuts: 'Keyboard shortcuts', signOut: 'Sign out', signOutFailed: 'Signing out did not work. Try again.',
    chosen: 'chosen',
  },
  offline: {
    title: 'You are offline',
    text: 'Go on: what you write in a document is kept on this device and leaves when the connection is back.',
    unreachable: 'The server does not answer for now',
    unreachableText: 'We keep trying. What you write in a document stays kept on this device.',
    back: 'The connection is back.',
  },
  signedOut: { title: 'Your session is over', text: 'Sign in again to go on; nothing you wrote is erased.', act: 'Sign in again' },
  notFound: {
    title: 'Page not found',
    text: 'The link may be incomplete, the page has moved, or you have no access.',
    home: 'Back to home',
    search: 'Search',
  },
  palette: { page: 'Page', cohort: 'Track', draft: 'Document', network: 'Network', profile: 'My profile' },
};
