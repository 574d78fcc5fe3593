/** What tags say, on their own page and in forms. */
export const tagsFr = {
  help: 'Des mots à vous, en plus des listes. Entrée ou une virgule ajoute celui que vous tapez.', letGo: 'Retirer l’étiquette « {{ tag }} »', taken: '« {{ tag }} » est ajoutée.', alreadyTaken: '« {{ tag }} » y est déjà.', gone: '« {{ tag }} » est retirée.',
  full: '{{ most }} étiquettes au plus : retirez-en une pour en ajouter une autre.', unfit: 'Une étiquette a de 2 à 40 caractères, dont une lettre ou un chiffre, sans virgule ni barre.',
  title: 'Étiquettes', about: 'Les mots que les membres ajoutent aux ressources. Réunissez ceux qui disent la même chose : les ressources suivent, sans devenir de nouvelles versions.',
  failed: 'Les étiquettes n’ont pas pu être lues', retry: 'Réessayer', empty: 'Pas encore d’étiquette', emptyText: 'Elles apparaîtront ici dès qu’une personne en ajoutera à une ressource.', toResources: 'Voir les ressources',
  count: { zero: 'Aucune étiquette', one: '1 étiquette', other: '# étiquettes' }, filter: 'Chercher une étiquette', noneFits: 'Aucune étiquette ne répond.', resources: { one: '1 ressource', other: '# ressources' }, seeOne: '« {{ tag }} », sur {{ count }} ressources : les voir',
  choose: 'Cochez au moins deux étiquettes pour les fusionner.', chosen: { one: '1 étiquette cochée', other: '# étiquettes cochées' }, unchoose: 'Tout décocher', merge: 'Fusionner',
  rename: 'Renommer', renameOne: 'Renommer « {{ tag }} »', remove: 'Retirer', removeOne: 'Retirer « {{ tag }} »', cancel: 'Ne rien changer',
  mergeTitle: 'Fusionner ces étiquettes', mergeInto: 'Une seule étiquette', mergeHelp: 'Gardez l’une d’elles, ou écrivez un autre mot.', mergePress: 'Fusionner', renameTitle: 'Renommer « {{ tag }} »', renameInto: 'Nouveau nom', sameWord: 'C’est déjà son nom : écrivez-en un autre.',
  meets: '« {{ tag }} » existe déjà : elles deviendront une seule étiquette.', touches: { one: '1 ressource sera corrigée, sans devenir une nouvelle version.', other: '# ressources seront corrigées, sans devenir de nouvelles versions.' },
  removeTitle: 'Retirer l’étiquette « {{ tag }} » ?', removeText: { one: '1 ressource ne la portera plus. Vous pourrez l’annuler tout de suite après.', other: '{{ count }} ressources ne la porteront plus. Vous pourrez l’annuler tout de suite après.' },
  quoted: '« {{ word }} »', became: { one: '{{ words }} est devenue « {{ into }} ».', other: '{{ words }} sont devenues « {{ into }} ».' }, wereRemoved: { one: '{{ words }} est retirée.', other: '{{ words }} sont retirées.' },
  corrected: { one: '1 ressource corrigée.', other: '{{ count }} ressources corrigées.' }, lastBy: 'Dernier changement, par {{ name }}, le {{ day }}.', erased: 'un membre supprimé', undo: 'Annuler ce changement', undone: 'Le changement est annulé.',
};
