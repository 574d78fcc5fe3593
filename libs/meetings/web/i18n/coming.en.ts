/** What the public page of coming meetings says. */
export const comingEn = {
  coming: {
    title: 'Coming meetings',
    about: 'Webinars, workshops and days open to all.',
    tracks: 'Tracks',
    networks: 'Networks',
    all: 'All networks',
    formats: { video: 'Online', 'in-person': 'In person', mixed: 'In person and online' },
    empty: 'No public meeting is planned for now',
    emptyText: 'Those to come will appear here. You can follow this page from your calendar.',
    follow: 'Follow these meetings:',
    calendar: 'in my calendar (iCalendar)',
    atom: 'RSS feed (Atom)',
    failed: 'The meetings could not be loaded',
    retry: 'Try again',
  },
};
