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
    restyle: 'Changer le style de {{ added }} : {{ style }}',
    'insert-block': 'Ajouter {{ come }} : {{ added }}', 'insert-block-empty': 'Ajouter {{ come }}',
    'remove-block': 'Supprimer {{ gone }} : {{ removed }}', 'remove-block-empty': 'Supprimer {{ gone }}',
    'change-block': 'Modifier {{ come }} : {{ added }}', 'change-block-empty': 'Modifier {{ come }}',
    'replace-block': 'Remplacer {{ gone }} par {{ come }} : {{ added }}', 'replace-block-empty': 'Remplacer {{ gone }} par {{ come }}',
  },
  block: {
    paragraph: 'un paragraphe', heading: 'un titre', bulletList: 'une liste à puces', orderedList: 'une liste numérotée', taskList: 'une liste de tâches',
    listItem: 'un point de liste', taskItem: 'une tâche', table: 'un tableau', tableRow: 'une ligne de tableau', blockquote: 'une citation', callout: 'un encadré',
    horizontalRule: 'un trait', image: 'une image', hardBreak: 'un retour à la ligne', mention: 'une mention', footnote: 'une note', tableOfContents: 'un sommaire', several: 'un passage',
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
    structure: 'Ce changement ne peut pas être proposé ici. Rien n’a été modifié : commentez le passage, ou demandez à une personne qui peut écrire.',
    taken: 'Une autre personne propose déjà un changement ici.',
  },
};
