/** What the landing page says. */
export const landingFr = {
  landing: {
    title: 'Écrire son schéma d’achats responsables, ensemble',
    lead: 'Cohorte réunit les acheteurs publics d’une région autour d’un parcours de rencontres. À la fin, chaque structure a écrit son SPASER et le groupe a choisi sa boîte à outils.',
    enter: 'Me connecter',
    trackTitle: 'Un parcours, six rencontres',
    stops: ['Lancement', 'Projet et équipe', 'État des lieux', 'Objectifs, indicateurs', 'Suivi et animation', 'Restitution'],
    works: 'Deux webinaires sur les travaux',
    pillars: [
      { title: 'Le travail fait en atelier arrive dans le document', text: 'Pendant la visio, chacun écrit dans le schéma de sa structure. Ce qui est marqué « Enregistré » l’est vraiment, même si la connexion tombe.' },
      { title: 'On sait toujours où l’on en est', text: 'Ce qui est attendu, pour quand, avec qui : une page par parcours, une liste de prochaines étapes par personne.' },
      { title: 'Chaque structure reste chez elle', text: 'Le texte d’un hôpital, d’une ville ou d’une région n’est lu que par celles et ceux que la structure a choisis.' },
    ],
    whoTitle: 'Pour qui ?',
    who: [
      { title: 'Acheteuses et acheteurs', text: 'Groupements hospitaliers, communes, départements, régions : obligés par la loi au-delà de 50 M€ HT d’achats par an, ou volontaires.' },
      { title: 'Réseaux régionaux', text: 'Ouvrir un parcours en quelques minutes, inviter les structures, suivre sans relancer par courriel.' },
      { title: 'Élu·es et commanditaires', text: 'Une page pour voir où en est le groupe, sans entrer dans les textes de chacun.' },
    ],
    invited: 'L’accès se fait sur invitation d’un réseau ou de votre structure. Vous avez reçu un courriel ? Suivez son lien, ou connectez-vous avec la même adresse.',
  },
};
