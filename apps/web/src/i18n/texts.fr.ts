/** What the pages of plain text say. */
export const textsFr = {
  legal: {
    title: 'Mentions légales',
    blocks: [
      { title: 'Qui édite ce site', text: ['Cette installation de Cohorte est éditée par l’organisation qui l’exploite : son nom, son adresse et la personne responsable de la publication sont à demander à l’équipe d’animation de votre réseau, dont les noms figurent sur la page du réseau.', 'Tant que l’installation tourne sur une machine de démonstration, elle n’est pas publiée et n’a pas d’éditeur.'] },
      { title: 'Hébergement', text: ['L’application, sa base de données et ses fichiers sont sur la machine de l’exploitant. Aucun service extérieur n’est appelé par les pages : ni police, ni statistique, ni vidéo.'] },
      { title: 'Logiciel', text: ['Cohorte est un logiciel libre, distribué sous la licence publique de l’Union européenne (EUPL-1.2). Les polices Atkinson Hyperlegible Next et Literata sont distribuées sous licence SIL Open Font ; les pictogrammes Lucide sous licence ISC.'] },
      { title: 'Contenus', text: ['Chaque structure reste propriétaire des textes qu’elle écrit. Les informations juridiques affichées aident à travailler et ne remplacent pas un conseil.'] },
    ],
  },
  privacy: {
    title: 'Données personnelles',
    blocks: [
      { title: 'Ce qui est enregistré', text: ['Votre nom, votre adresse électronique professionnelle, votre fonction si vous l’indiquez, vos préférences d’affichage, les réseaux et structures auxquels vous appartenez, et ce que vous écrivez dans les documents, avec l’heure.', 'Pour la connexion : des codes à usage unique conservés sous forme chiffrée dix minutes, la liste de vos appareils connectés, et les clés d’accès que vous ajoutez.', 'Pour vous prévenir : ce qui vous a été annoncé, par courriel ou dans Cohorte, effacé au bout de six mois, et ce que vous avez demandé de ne plus recevoir. Les courriels ne contiennent aucun traceur : personne ne sait si vous les ouvrez.'] },
      { title: 'Pourquoi', text: ['Pour travailler à plusieurs sur un document et savoir qui a écrit quoi ; pour inviter aux rencontres ; pour protéger les accès. Rien n’est utilisé à d’autres fins, rien n’est vendu, aucun profil n’est établi.'] },
      { title: 'Qui y a accès', text: ['Les personnes de votre structure et de vos parcours voient votre nom et votre fonction. Le texte d’une structure n’est lu que par elle et par les personnes qu’elle invite.'] },
      { title: 'Témoins et stockage', text: ['Un seul témoin de connexion, nécessaire. Votre navigateur garde aussi, sur votre appareil, vos préférences et les modifications d’un document pas encore transmises. Aucun traceur.'] },
      { title: 'Vos droits', text: ['Depuis votre profil, vous pouvez télécharger toutes vos données et effacer votre compte à tout moment. Après effacement, vos contributions restent dans les documents, signées « membre supprimé ».', 'Pour toute autre demande, écrivez à l’équipe d’animation de votre réseau ; vous pouvez aussi saisir la CNIL.'] },
    ],
  },
  accessibility: {
    title: 'Accessibilité',
    state: 'État de conformité : partiellement conforme. Aucun audit extérieur n’a encore été fait.',
    blocks: [
      { title: 'Ce qui est vérifié', text: ['Chaque page est contrôlée automatiquement avec axe, selon les règles WCAG 2.2 de niveau AA, en thème clair et sombre, sur ordinateur et sur téléphone. Les parcours principaux sont rejoués au clavier seul.'] },
      { title: 'Ce qui ne l’est pas encore', text: ['Aucune évaluation complète selon le RGAA n’a été menée, et les lecteurs d’écran n’ont pas été essayés par des personnes qui les utilisent tous les jours. Dans l’éditeur de documents, la position des autres personnes qui écrivent n’est pas annoncée vocalement.'] },
      { title: 'Vos préférences', text: ['Dans votre profil : thème clair ou sombre, texte plus grand, affichage compact, animations réduites. Les documents ont aussi une version HTML et une version texte à télécharger.'] },
      { title: 'Nous signaler une difficulté', text: ['Écrivez à l’équipe d’animation de votre réseau, en indiquant la page et ce que vous vouliez faire. Sans réponse, vous pouvez saisir le Défenseur des droits.'] },
    ],
  },
};
