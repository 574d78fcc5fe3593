/** The words of workshops. */
export const workshopFr = {
  none: { title: 'Pas d’atelier en cours', text: 'Quand la personne qui gère ce document lance un atelier, vous y trouvez votre groupe, votre section et le minuteur.' },
  start: {
    about: 'Travaillez ce document à plusieurs groupes, en direct.', do: 'Commencer l’atelier',
    follow: 'Les participants suivent votre page.', groups: 'Chaque groupe reçoit une section et dit quand il a terminé.',
    reading: 'Une section peut être verrouillée le temps de la lire à voix haute.', timer: 'Un minuteur est visible par tous.',
  },
  end: { do: 'Terminer l’atelier', title: 'Terminer l’atelier ?', text: 'Le minuteur s’arrête et les sections se modifient à nouveau. Le texte ne change pas, et les groupes sont gardés pour la prochaine fois.', confirm: 'Terminer l’atelier', stay: 'Continuer' },
  take: { note: 'Vous gérez ce document : vous pouvez régler les groupes, ou reprendre l’animation.', do: 'Reprendre l’animation' },
  bar: {
    led: 'Atelier animé par {{ name }}', youLead: 'Vous animez l’atelier', following: 'Vous suivez la page de {{ name }}', followAgain: 'Suivre à nouveau',
    mySection: 'Votre section', panel: 'Atelier', reading: 'Lecture à voix haute : {{ title }}', readingText: 'Cette section ne se modifie pas pour l’instant.',
  },
  badge: { mine: 'Votre section · {{ names }}', theirs: '{{ names }}', done: 'Terminé', still: 'Lecture à voix haute' },
  progress: { zero: 'Aucun groupe n’a terminé', one: '1 groupe sur {{ all }} a terminé', other: '# groupes sur {{ all }} ont terminé' },
  finish: { do: 'Nous avons terminé', undo: 'Pas encore', undoLabel: 'Revenir sur « terminé »' },
  lock: { do: 'Lire à voix haute', undo: 'Déverrouiller', help: 'Pendant la lecture, la section ne se modifie que par vous. Ce qui a été écrit juste avant est gardé.' },
  lead: {
    follow: 'Les participants suivent ma page', followHelp: 'Qui fait défiler de son côté peut vous rejoindre d’un clic.',
    cursors: 'Montrer seulement mon curseur', cursorsHelp: 'Moins de mouvement à l’écran quand nous sommes nombreux.',
    section: 'Une section', call: 'Amener tout le monde ici', noSection: 'Ajoutez des titres au document pour y amener les participants.',
  },
  timer: {
    label: 'Minuteur', over: 'Temps écoulé', held: 'en pause', minutes: '{{ minutes }} min', free: 'Autre durée, en minutes', start: 'Lancer',
    pause: 'Pause', resume: 'Reprendre', add: '+ {{ minutes }} min', stop: 'Arrêter',
  },
  hand: { title: 'Passer la main', to: 'Nouvel animateur', choose: 'Choisir une personne présente', do: 'Passer la main' },
  part: {
    mine: 'Votre groupe', others: 'Les autres groupes', choose: 'Dans quel groupe êtes-vous ?', join: 'Rejoindre', joinOf: 'Rejoindre {{ name }}', leave: 'Quitter ce groupe',
    goTo: 'Aller à « {{ title }} »', noGroup: 'Les groupes apparaîtront ici.',
  },
  groups: {
    title: 'Groupes', none: 'Ajoutez un groupe par section à écrire : les participants le rejoignent, ou vous les répartissez.', numbered: 'Groupe {{ number }}',
    name: 'Nom du groupe', nameOf: 'Nom de {{ name }}', section: 'Sa section', later: 'À choisir plus tard', add: 'Ajouter le groupe', remove: 'Supprimer {{ name }}',
    notDone: 'Au travail', doneOf: '{{ name }} a terminé', sections: 'Sections de {{ name }}', give: 'Donner une section…', giveOf: 'Donner une section à {{ name }}', take: 'Retirer « {{ title }} »', gone: 'Section supprimée',
    people: { zero: 'Personne', one: '# personne', other: '# personnes' }, seat: 'Ajouter une personne…', seatOf: 'Ajouter une personne à {{ name }}', out: 'Retirer {{ name }} du groupe', here: ' (ici)',
    share: { one: 'Placer # personne présente', other: 'Répartir les # personnes présentes' },
  },
  say: {
    started: 'Un atelier commence, animé par {{ name }}.', ended: 'L’atelier est terminé.', called: '{{ name }} vous amène à « {{ title }} ».',
    refused: 'Cette section est lue à voix haute par {{ name }} : votre modification n’a pas été prise. Le texte est intact.',
    elsewhere: 'Vous écrivez dans la section de {{ name }}. C’est possible : prévenez ce groupe.',
    locked: 'Lecture à voix haute : {{ title }}.', unlocked: 'La section « {{ title }} » se modifie à nouveau.', finished: '{{ name }} a terminé.',
    'timer-started': 'Minuteur lancé : {{ minutes }} min.', 'timer-minute': 'Il reste une minute.', 'timer-over': 'Le temps est écoulé.',
  },
  journal: {
    title: 'Ce qui s’est passé', started: 'a commencé l’atelier', ended: 'a terminé l’atelier', 'handed-over': 'a passé la main à {{ about }}', following: 'a demandé à tous de suivre', alone: 'a laissé chacun à sa page',
    cursors: 'a changé les curseurs montrés', 'group-added': 'a ajouté {{ about }}', 'group-changed': 'a modifié {{ about }}', 'group-removed': 'a supprimé {{ about }}', joined: 'a placé une personne dans {{ about }}', left: 'a retiré une personne de {{ about }}',
    spread: 'a réparti les personnes présentes ({{ about }})', done: 'a signalé que {{ about }} a terminé', undone: 'a signalé que {{ about }} n’a pas terminé', locked: 'a verrouillé « {{ about }} »', unlocked: 'a déverrouillé « {{ about }} »',
    called: 'a amené tout le monde à « {{ about }} »', timer: 'a réglé le minuteur',
  },
};
