/** What is said of a draft’s past, in French. */
export const draftVersionsFr = {
  tabs: 'Le passé du document', timeline: 'Historique', contributions: 'Contributions',
  nameNow: 'Nommer cette version', whoWrote: 'Qui a écrit', whoWroteHelp: 'Montre l’auteur de chaque paragraphe.',
  failed: 'Les versions n’ont pas pu être chargées.', retry: 'Réessayer', more: 'Versions plus anciennes',
  emptyText: 'Une version se forme à chaque séance de travail, dès les premiers mots.',
  today: 'Aujourd’hui', yesterday: 'Hier', span: '{{ from }} – {{ to }}',
  added: { one: '+# mot', other: '+# mots' }, removed: { one: '−# mot', other: '−# mots' }, unchanged: 'mise en forme seulement',
  first: 'Texte de départ', beforeRestore: 'Avant la restauration', restored: 'Restauration', current: 'version actuelle', nobody: 'Texte de départ', gone: 'Compte supprimé',
  acts: 'Agir sur la version : {{ name }}',
  name: 'Nommer cette version', rename: 'Renommer cette version', unname: 'Retirer le nom', compareNow: 'Comparer avec maintenant', compareBefore: 'Comparer avec la version précédente', restore: 'Restaurer',
  nameLabel: 'Nom', nameHelp: 'Par exemple : envoyée à la direction, avant la commission.', nameMissing: 'Donnez un nom à cette version.', nameSave: 'Enregistrer le nom',
  nameDone: 'La version s’appelle maintenant « {{ name }} ».', unnameDone: 'Le nom est retiré ; le texte de ce moment reste dans l’historique.',
  restoreTitle: 'Restaurer cette version ?',
  restoreText: 'Le texte redevient celui du {{ when }}, pour toutes les personnes qui écrivent.\nLe texte actuel n’est pas perdu : il reste dans l’historique, et vous pourrez y revenir.',
  restoreDone: 'Le texte du {{ when }} est restauré.',
  sheet: {
    label: 'Version ouverte', reading: 'Version du {{ when }}', named: '{{ name }}, version du {{ when }}', present: 'Le texte tel qu’il est, avec ses auteurs',
    comparing: 'Ce qui a changé', from: 'Depuis', to: 'Jusqu’à', now: 'Maintenant',
    close: 'Fermer', failed: 'Cette version n’a pas pu être chargée.', same: 'Aucun changement entre ces deux versions.',
    previous: 'Changement précédent', next: 'Changement suivant', count: { one: '1 changement', other: '# changements' }, place: 'Changement {{ now }} sur {{ total }} : {{ what }}',
    restoreOlder: 'Restaurer la plus ancienne',
    legend: 'Auteurs des changements', keys: 'N et P vont d’un changement à l’autre.', text: 'Texte de la version', shortcutNext: 'Changement suivant d’une comparaison', shortcutPrevious: 'Changement précédent d’une comparaison',
  },
  change: {
    inserted: 'ajouté par {{ name }}', deleted: 'supprimé par {{ name }}', restored: 'rétabli par {{ name }}', 'moved-here': 'déplacé ici par {{ name }}', 'moved-away': 'déplacé d’ici par {{ name }}',
    formatted: 'mis en forme par {{ name }}', changed: 'modifié par {{ name }}', when: '{{ what }}, {{ when }}',
  },
  share: '{{ name }} {{ percent }} %',
  given: {
    caption: 'Ce que chaque personne a écrit', person: 'Personne', standing: 'Mots en place', removed: 'Mots retirés', none: 'Personne n’a encore écrit.', failed: 'Les contributions n’ont pas pu être chargées.',
    note: 'Un mot déplacé ou rétabli reste à qui l’a écrit d’abord ; une correction faite aussitôt ne compte pas.', between: 'du {{ first }} au {{ last }}', once: 'le {{ day }}',
  },
};
