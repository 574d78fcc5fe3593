/** What the public page of coming meetings says. */
export const comingFr = {
  coming: {
    title: 'Rencontres à venir',
    about: 'Webinaires, ateliers et journées ouverts à tous.',
    networks: 'Réseaux',
    tracks: 'Parcours',
    all: 'Tous les réseaux',
    formats: { video: 'À distance', 'in-person': 'En présence', mixed: 'En présence et à distance' },
    empty: 'Aucune rencontre publique n’est prévue pour l’instant',
    emptyText: 'Celles qui s’annonceront apparaîtront ici. Vous pouvez suivre cette page depuis votre agenda.',
    follow: 'Suivre ces rencontres :',
    calendar: 'dans mon agenda (iCalendar)',
    atom: 'fil RSS (Atom)',
    failed: 'Les rencontres n’ont pas pu être chargées',
    retry: 'Réessayer',
  },
};
