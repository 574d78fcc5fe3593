/** What is said of proposals. */
export const suggestionsFr = {
  mode: {
    label: 'Manière d’écrire', write: 'Écrire', propose: 'Proposer', only: 'Vous proposez',
    writeHelp: 'Modifier le texte lui-même', proposeHelp: 'Proposer des modifications, que chacun peut accepter ou refuser',
  },
  reading: {
    label: 'Lire le texte', with: 'Avec les propositions', without: 'Sans les propositions', accepted: 'Comme si tout était accepté', leave: 'Revenir aux propositions',
  },
  none: 'Aucune proposition dans ce document. Choisissez « Proposer » au-dessus du texte pour en faire.',
  noneToRead: 'Aucune proposition dans ce document.',
  notHere: 'Le curseur n’est dans aucune proposition. F8 mène à la suivante.',
  count: { one: '# proposition', other: '# propositions' },
  author: 'De la part de', everybody: 'Tout le monde', me: 'Vous', someone: 'Une personne invitée',
  here: 'Proposition', accept: 'Accepter', refuse: 'Refuser', withdraw: 'Retirer', acceptAll: 'Tout accepter', refuseAll: 'Tout refuser',
  keys: 'Au clavier, dans le texte : F8 et Maj+F8 vont d’une proposition à l’autre, Alt+Maj+A accepte, Alt+Maj+R refuse ou retire.',
  quoted: '« {{ text }} »', space: 'une espace', paragraphEnd: 'une fin de paragraphe',
  what: {
    replace: 'Remplacer {{ removed }} par {{ added }}', insert: 'Ajouter {{ added }}', delete: 'Supprimer {{ removed }}',
    'format-add': 'Mettre {{ added }} en forme : {{ mark }}', 'format-remove': 'Retirer la mise en forme de {{ added }} : {{ mark }}',
    restyle: 'Changer le style de {{ added }} : {{ style }}', 'remove-block': 'Supprimer une image ou un trait',
  },
  done: {
    accept: { one: 'Proposition acceptée.', many: '{{ count }} propositions acceptées.' },
    refuse: { one: 'Proposition écartée.', many: '{{ count }} propositions écartées.' },
  },
  all: {
    accept: { title: 'Accepter ces propositions ?', text: 'Les {{ count }} propositions affichées entrent dans le texte.', confirm: 'Tout accepter' },
    refuse: { title: 'Refuser ces propositions ?', text: 'Les {{ count }} propositions affichées disparaissent ; le texte reste tel qu’il est.', confirm: 'Tout refuser' },
  },
  refused: {
    structure: 'Une proposition porte sur le texte : listes, tableaux et cases se changent en mode « Écrire ».',
    picture: 'Une image ou un trait s’ajoute en mode « Écrire ».',
    taken: 'Une autre personne propose déjà un changement ici.',
  },
};
