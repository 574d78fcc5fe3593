/** Taking resources in by the dozen: a table and its files. */
export const importFr = {
  title: 'Importer des ressources', about: 'Essayez d’abord : rien n’est écrit avant votre second clic, et le même import fait deux fois ne change rien la seconde.',
  network: 'Dans quel réseau ?', file: 'Tableau CSV, ou ZIP du tableau et de ses fichiers', fileHelp: 'Une ligne par ressource. Le tableau est enregistré par votre tableur, en UTF-8 ; « titre » et « nature » suffisent. Dans un ZIP, il s’appelle ressources.csv, et chaque fichier est dans fichiers/identifiant/.', model: 'Télécharger l’export, comme modèle', modelArchive: 'Le même avec les fichiers (ZIP)', try: 'Essayer',
  tried: 'Ce qui se passera', goingOn: 'Les fichiers partent', done: 'C’est importé', carryOut: 'Importer', nothingToDo: 'Tout est déjà là : il n’y a rien à importer.', lines: 'Le fichier, ligne par ligne', line: 'Ligne', outcome: 'Ce qu’elle devient', look: 'Colonnes à revoir : {{ columns }}.', notYours: 'Seules les personnes qui animent un réseau importent des ressources',
  noFile: 'Choisissez d’abord un fichier.', notAnArchive: 'Ce ZIP ne peut pas être ouvert. Refaites-le, puis choisissez-le à nouveau.', noTable: 'Ce ZIP ne contient pas de tableau « ressources.csv » à sa racine.', tooHeavy: 'Ce ZIP dépasse 500 Mo une fois ouvert : envoyez-le en plusieurs fois.',
  filesComing: { one: '# fichier sera envoyé.', other: '# fichiers seront envoyés.' }, filesAlone: { one: '# fichier n’a pas de ligne dans le tableau : il est laissé de côté.', other: '# fichiers n’ont pas de ligne dans le tableau : ils sont laissés de côté.' },
  sending: 'Envoi des fichiers', filesSent: '{{ sent }} sur {{ total }}', filesRead: 'Chaque fichier est vérifié avant d’être donné à lire : cela prend en général moins d’une minute, vous pouvez fermer cette page. Ce qui reste en brouillon est dans « Mes dépôts ».',
  filesFailed: { one: '# fichier n’a pas pu être envoyé', other: '# fichiers n’ont pas pu être envoyés' }, sendAgain: 'Renvoyer les fichiers manquants', seeDrafts: 'Voir mes dépôts',
  leaveText: 'L’envoi s’arrêtera. Vous pourrez le reprendre : importez de nouveau le même ZIP, seuls les fichiers manquants partiront.',
  outcomes: { new: 'Nouvelle', changed: 'Modifiée', same: 'Déjà là', refused: 'Refusée' },
  ends: { draft: 'gardée en brouillon', 'once-read': 'publiée dès que son fichier est lu' },
  fileStages: { new: 'à envoyer', version: 'remplace le fichier actuel', same: 'déjà là', read: 'déjà là, en cours de lecture', sent: 'envoyé', failed: 'pas envoyé', refused: 'pas pris' },
  counts: { new: { one: '# nouvelle', other: '# nouvelles' }, changed: { one: '# modifiée', other: '# modifiées' }, same: { one: '# déjà là', other: '# déjà là' }, refused: { one: '# refusée', other: '# refusées' } },
  from: 'D’où viennent-elles ?', fromFile: 'D’un fichier', fromFeed: 'D’un flux RSS',
  feed: {
    address: 'Adresse du flux', addressHelp: 'RSS 2.0 ou Atom 1.0. Les sites l’indiquent souvent en bas de page, ou par ce mot : flux, RSS, s’abonner.', example: 'https://www.exemple.fr/actualites/feed', read: 'Lire le flux', needAddress: 'Écrivez l’adresse complète du flux, avec https://',
    title: 'Ce que dit « {{ title }} »', untitled: 'Ce que dit ce flux', empty: 'Ce flux n’a rien à reprendre', emptyText: 'Aucune de ses entrées n’a de titre ni de texte.', isCut: 'Ses 100 premières entrées sont montrées.', allKnown: 'Tout ce que dit ce flux est déjà là. Relisez-le plus tard : seules les nouveautés seront proposées.',
    choose: 'Ce que vous reprenez', all: 'Tout choisir', none: 'Ne rien choisir', known: 'Déjà là', see: 'Voir la ressource', visit: 'Ouvrir chez son éditeur', chosen: { zero: 'Aucune entrée choisie', one: '# entrée choisie', other: '# entrées choisies' },
    shared: 'Ce qu’elles ont en commun', licenceHelp: '« Notice seule » : la fiche est ici, le document reste chez son éditeur. C’est le cas le plus courant.', publish: 'Publier', keep: 'Garder en brouillon', needOne: 'Choisissez au moins une entrée.', cannotPublish: 'Tant que les droits ne sont pas vérifiés, ces ressources restent des brouillons.',
    done: 'C’est repris', outcomes: { made: 'Reprise', known: 'Déjà là', refused: 'Refusée', gone: 'N’est plus dans le flux' }, made: { zero: 'Aucune ressource nouvelle', one: '# ressource nouvelle', other: '# ressources nouvelles' },
  },
};
