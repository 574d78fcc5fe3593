/** What the reader of documents says, to visitors and members alike. */
export const readerFr = {
  title: 'Lecture', crumb: 'Lecture', pages: 'Pages du document', page: 'Page', of: 'sur {{ total }}', previous: 'Page précédente', next: 'Page suivante', goTo: 'Aller à la page', now: 'Page {{ page }} sur {{ total }}',
  pictureOf: 'Image de la page {{ page }}, dont le texte suit', textOf: 'Texte de la page {{ page }}', noText: 'Cette page n’a pas de texte.', noPicture: 'Cette page n’a pas d’image : voici son texte.',
  asText: 'Texte seul', asPicture: 'Image et texte', found: { zero: 'Aucun des mots cherchés n’est sur cette page.', one: '# mot trouvé sur cette page', other: '# mots trouvés sur cette page' }, back: 'Revenir à la ressource',
  none: 'Ce document n’a pas de page à montrer', noneText: 'Téléchargez-le pour le lire.', noFile: 'Cette ressource n’a pas de document', transcript: 'Ce qui est dit', zoom: 'Agrandir la page', subtitles: 'Français', playerOf: 'Lecture de {{ title }}',
  findSaid: 'Chercher dans ce qui est dit', foundSaid: { zero: 'Aucun de ces mots n’y est dit.', one: '# mot trouvé', other: '# mots trouvés' }, playFrom: 'Lire à partir de {{ time }}',
  slideOf: 'Diapositive {{ page }}', sheetOf: 'Feuille {{ page }}', table: 'Tableau',
  printText: 'Imprimer le texte', printFrom: 'De la page', printTo: 'à la page', printClose: 'Fermer', printReading: 'Le texte est en préparation…',
};
