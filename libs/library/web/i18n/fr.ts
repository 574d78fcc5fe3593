import { readingFr } from './reading.fr';

export const libraryFr = {
  ...readingFr,
  desk: {
    mineEmpty: 'Vous n’avez encore rien déposé', mineEmptyText: 'Une fiche, une clause, un lien : ce que vous déposez apparaît ici, avec où il en est.',
    waitingEmpty: 'Rien n’attend votre décision', waitingEmptyText: 'Les dépôts des membres que vous pouvez publier apparaîtront ici.',
  },
  acts: {
    label: 'Agir sur cette ressource', publish: 'Publier', published: '« {{ title }} » est publiée.', submit: 'Proposer à l’animation', submitted: '« {{ title }} » est proposée : l’animation décidera.',
    sendBack: 'Rendre à son auteur', sendBackTitle: 'Rendre cette ressource à compléter', sendBackText: 'Elle redevient un brouillon, avec votre mot.', sendBackNote: 'Ce qu’il faut compléter', sentBack: '« {{ title }} » est rendue à son auteur.',
    edit: 'Modifier', retire: 'Retirer', retireTitle: 'Retirer cette ressource', retireText: 'Elle quitte les listes ; sa page reste, avec la raison.', retireNote: 'Pourquoi elle est retirée', retired: '« {{ title }} » est retirée.',
    restore: 'Remettre en ligne', restored: '« {{ title }} » est de nouveau en ligne.', remove: 'Jeter', removeTitle: 'Jeter cette ressource ?', removeText: '« {{ title }} » n’a jamais été publiée : rien n’en restera.', removed: '« {{ title }} » est jetée.',
    cancel: 'Ne rien changer', needNote: 'Écrivez au moins quelques mots.',
  },
  form: {
    new: 'Déposer une ressource', edit: 'Modifier une ressource', about: 'Dites ce que c’est, d’où cela vient et à qui cela sert : c’est ce qui la fera trouver.',
    notYours: 'Vous ne pouvez pas modifier cette ressource', see: 'Voir la ressource', noPlace: 'Vous ne pouvez pas encore déposer', noPlaceText: 'Les membres d’une structure ou d’un réseau déposent des ressources : demandez une invitation.',
    what: 'Ce que c’est', from: 'D’où cela vient', for: 'À qui cela sert', who: 'Qui la lit, et jusqu’à quand',
    summaryHelp: 'Ce qu’elle contient et pourquoi elle est utile.', contentHelp: 'Une ligne vide sépare deux paragraphes.', oneALine: 'Un par ligne.', legalHelp: 'Un par ligne, comme on les cite : L. 2111-3.', none: 'aucun choisi',
    licenceHelp: 'Ce que l’on a le droit d’en faire.', licenceUnchecked: 'Tant que les droits ne sont pas vérifiés, elle reste un brouillon : elle ne peut pas être publiée.',
    placeYours: 'Vous pouvez la publier vous-même.', placeTheirs: 'L’animation, ou la personne référente de la structure, la publiera.', reviewHelp: 'Après cette date, la page dit qu’elle est à revoir.',
    noteHelp: 'Avec un mot ici, c’est une nouvelle version ; sans, une simple correction.',
    publish: 'Publier la ressource', submit: 'Proposer la ressource', keep: 'Garder en brouillon', save: 'Enregistrer', kept: 'Votre saisie est gardée dans cet onglet.', forget: 'Tout recommencer',
    done: { publish: 'La ressource est publiée.', submit: 'La ressource est proposée : l’animation décidera.', keep: 'Le brouillon est gardé dans « Mes dépôts ».', edit: 'C’est enregistré.' },
  },
  errors: {
    'not-found': 'Cette ressource est introuvable, ou elle ne vous est pas ouverte.',
    'version-not-found': 'Cette version n’existe pas. L’adresse sans numéro mène à la dernière.',
    'changed-meanwhile': 'Cette ressource a été modifiée entre-temps. Rien n’a été écrasé : rechargez la page, puis recommencez.',
    'not-yours': 'Ce n’est pas à vous de le décider. Demandez à l’animation du réseau.',
    'not-yours-to-publish': 'Vous ne pouvez pas publier ici : proposez la ressource, l’animation décidera.',
    'not-your-place': 'Vous ne pouvez pas déposer ici : choisissez un réseau, un parcours ou une structure dont vous êtes membre.',
    'place-unknown': 'Ce réseau, ce parcours ou cette structure est introuvable.',
    'request-used': 'Ce formulaire a déjà servi. Rechargez la page pour déposer autre chose.',
    'rights-unchecked': 'Les droits restent à vérifier : choisissez une licence, ou gardez la ressource en brouillon.',
    'licence-stays-inside': 'Cette licence réserve la ressource au réseau : elle ne peut pas être ouverte à tout le monde.',
    'clause-without-text': 'Écrivez le texte de la clause.',
    'nothing-to-read': 'Il n’y a encore rien à lire : écrivez quelques lignes ou donnez un lien.',
  },
};
