/** What is said of a resource's file and in its reader, to visitors and members alike. */
export const fileFr = {
  readSaid: 'Lire ce qui est dit',
  title: 'Le document', read: 'Lire', watch: 'Regarder', listen: 'Écouter', see: 'Voir l’image', download: 'Télécharger', downloadSize: 'Télécharger ({{ type }}, {{ size }})', openAt: 'Ouvrir le PDF à cette page', openFile: 'Ouvrir dans un onglet',
  types: {
    pdf: 'PDF', docx: 'Document Word', odt: 'Document OpenDocument', xlsx: 'Classeur Excel', ods: 'Classeur OpenDocument', pptx: 'Présentation PowerPoint', odp: 'Présentation OpenDocument', text: 'Texte', csv: 'Tableau CSV',
    vtt: 'Sous-titres', srt: 'Sous-titres', png: 'Image PNG', jpeg: 'Image JPEG', webp: 'Image WebP', gif: 'Image GIF', svg: 'Image SVG', mp4: 'Vidéo MP4', webm: 'Vidéo WebM', mp3: 'Son MP3', m4a: 'Son M4A', ogg: 'Son OGG', zip: 'Archive ZIP',
  },
  unknownType: 'Fichier',
  parts: {
    text: { one: '# page', other: '# pages' }, sheet: { one: '# feuille', other: '# feuilles' }, slides: { one: '# diapositive', other: '# diapositives' }, other: { one: '# partie', other: '# parties' },
  },
  waiting: 'Le document est en cours de lecture', waitingText: 'Il vient d’arriver : il est vérifié avant d’être ouvert. Cela prend en général moins d’une minute.', refused: 'Ce fichier ne peut pas être ouvert',
  coming: 'Un nouveau fichier remplace celui-ci', comingText: '« {{ name }} » est en cours de vérification. D’ici là, l’ancien reste en place.', comingRefused: 'Le nouveau fichier a été refusé', comingKept: 'L’ancien reste en place.',
  beingRead: 'Lecture en cours', isRefused: 'Fichier refusé',
  remarksTitle: 'À savoir',
  remarks: {
    untagged: 'Ce PDF n’est pas balisé : un lecteur d’écran peut mal en suivre l’ordre. Le texte de chaque page est donné à côté de son image.', scanned: 'Ce document est fait d’images sans texte : ses mots ne peuvent être ni lus à voix haute, ni trouvés par la recherche.',
    long: 'Ce document est très long : seules ses premières pages sont lues ici. Téléchargez-le pour l’avoir en entier.', 'pictures-cut': 'Seules les premières pages sont montrées en image ; le texte des suivantes est là.',
    'active-content': 'Ce fichier contient des éléments actifs : si votre logiciel propose de les exécuter, refusez.', attachments: 'Ce fichier porte des pièces jointes, qui n’ont pas été vérifiées.', 'no-preview': 'Ce document n’a pas d’aperçu : téléchargez-le pour le voir tel qu’il est.',
  },
};
