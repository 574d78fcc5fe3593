/** The copy of a page whose link is dead, in French. */
export const copyFr = {
  short: 'Copie de la page', title: 'Copie du {{ day }}', text: 'La page d’origine ne répond plus. Voici son texte, tel qu’il a été lu ce jour-là, sans ses images ni sa mise en page.', source: 'Source :', licence: 'Licence :',
  none: 'Il n’y a pas de copie à lire', noneText: 'La page d’origine répond peut-être de nouveau, ou sa licence ne permet pas d’en garder une copie.', back: 'Voir la ressource',
};
