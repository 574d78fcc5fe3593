
export const webFr = {
  titles: {
    landing: 'Cohorte, écrire ensemble son SPASER',
    legal: 'Mentions légales',
    privacy: 'Données personnelles',
    accessibility: 'Accessibilité',
    mailbox: 'Boîte aux lettres de démonstration',
  },
  language: { other: 'English', label: 'Changer de langue' },
  search: 'Rechercher',
  sections: { meetings: 'Rencontres', resources: 'Ressources', toolboxes: 'Boîtes à outils' },
  footer: { legal: 'Mentions légales', privacy: 'Données personnelles', accessibility: 'Accessibilité : partiellement conforme', source: 'Logiciel libre, licence EUPL-1.2' },
};
