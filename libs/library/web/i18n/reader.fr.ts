/** What the reader of documents says, to visitors and members alike. */
export const readerFr = {
  title: 'Lecture', crumb: 'Lecture', pages: 'Pages du document', page: 'Page', of: 'sur {{ total }}', previous: 'Page précédente', next: 'Page suivante', goTo: 'Aller à la page', now: 'Page {{ page }} sur {{ total }}',
  pictureOf: 'Image de la page {{ page }}, dont le texte suit', textOf: 'Texte de la page {{ page }}', noText: 'Cette page n’a pas de texte.', noPicture: 'Cette page n’a pas d’image : voici son texte.',
  asText: 'Texte seul', asPicture: 'Image et texte', found: { zero: 'Aucun des mots cherchés n’est sur cette page.', one: '# mot trouvé sur cette page', other: '# mots trouvés sur cette page' }, back: 'Revenir à la ressource',
  none: 'Ce document n’a pas de page à montrer', noneText: 'Téléchargez-le pour le lire.', noFile: 'Cette ressource n’a pas de document', transcript: 'Ce qui est dit', zoom: 'Agrandir la page', subtitles: 'Français', playerOf: 'Lecture de {{ title }}',
};
