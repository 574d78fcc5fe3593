import type { landingFr } from './landing.fr';

/** What the landing page says. */
export const landingEn: typeof landingFr = {
  landing: {
    title: 'Write your responsible purchasing scheme, together',
    lead: 'Cohorte gathers the public buyers of a region around a track of meetings. At its end each organisation has written its scheme (SPASER) and the group has chosen its toolbox.',
    enter: 'Sign in',
    trackTitle: 'One track, six meetings',
    stops: ['Launch', 'Project and team', 'Where we stand', 'Targets, indicators', 'Follow-up', 'Presentation'],
    works: 'Two webinars on works',
    pillars: [
      { title: 'Work done in workshops reaches the document', text: 'During the video call everyone writes in the scheme of their organisation. What reads “Saved” is saved, even when the connection drops.' },
      { title: 'You always know where you are', text: 'What is expected, by when, with whom: one page per track, one list of next steps per person.' },
      { title: 'Each organisation keeps its own text', text: 'What a hospital, a town or a region writes is read only by those the organisation has chosen.' },
    ],
    whoTitle: 'Who is it for?',
    who: [
      { title: 'Buyers', text: 'Hospital groups, towns, departments, regions: obliged by law above 50 M€ of purchases a year without tax, or volunteers.' },
      { title: 'Regional networks', text: 'Open a track in minutes, invite organisations, follow without chasing people by mail.' },
      { title: 'Elected officials and sponsors', text: 'One page that shows where the group stands, without entering anyone’s text.' },
    ],
    invited: 'You come in on the invitation of a network or of your organisation. Did you get a mail? Follow its link, or sign in with the same address.',
  },
};
