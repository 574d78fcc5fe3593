import type { webFr } from './web.fr';

export const webEn: typeof webFr = {
  titles: {
    landing: 'Cohorte, writing your SPASER together',
    legal: 'Legal notice',
    privacy: 'Personal data',
    accessibility: 'Accessibility',
    mailbox: 'Demonstration mailbox',
  },
  language: { other: 'Français', label: 'Change language' },
  search: 'Search',
  sections: { meetings: 'Meetings', resources: 'Resources', toolboxes: 'Toolboxes' },
  footer: { legal: 'Legal notice', privacy: 'Personal data', accessibility: 'Accessibility: partially conforming', source: 'Free software, EUPL-1.2 licence' },
};
