import { attendanceErrorsFr } from './attendance.fr';
import { calendarFr } from './calendar.fr';
import { comingFr } from './coming.fr';
import { presenceFr } from './presence.fr';
import { registrationErrorsFr } from './registration-errors.fr';
import { meetingFormFr } from './meeting-form.fr';
import { meetingPageFr } from './meeting-page.fr';
import { placesFr } from './places.fr';
import { registrationFr } from './registration.fr';

export const meetingsFr = {
  registration: registrationFr,
  places: placesFr,
  titles: { registration: 'Votre inscription', places: 'Inscriptions' },
  states: { undated: 'Date à fixer', 'to-poll': 'Date par sondage', dated: 'Date fixée', held: 'Tenue', cancelled: 'Annulée' },
  ...meetingPageFr,
  ...calendarFr,
  ...comingFr,
  ...presenceFr,
  ...meetingFormFr,
  schedule: {
    title: 'Fixer la date',
    move: 'Déplacer la rencontre',
    day: 'Jour',
    time: 'Heure de début',
    timeHelp: 'À l’heure de Paris.',
    minutes: 'Durée en minutes',
    minutesHelp: 'De 15 à 720 minutes.',
    chosen: '{{ when }}, jusqu’à {{ end }}',
    past: 'Cette date est passée : la rencontre apparaîtra comme tenue.',
    save: 'Enregistrer la date',
    remove: 'Retirer la date',
    cancel: 'Ne rien changer',
    needDay: 'Choisissez un jour.',
    badDay: 'Ce jour est trop éloigné : vérifiez l’année.',
    needTime: 'Indiquez l’heure de début.',
    noSuchTime: 'Cette heure n’existe pas ce jour-là : les montres avancent d’une heure.',
    badMinutes: 'La durée va de 15 à 720 minutes.',
    saved: '« {{ title }} » : {{ when }}.',
    removed: '« {{ title }} » n’a plus de date.',
  },
  cancelled: {
    title: 'Annuler cette rencontre ?',
    text: '« {{ title }} » restera sur le parcours, barrée. Vous pourrez la rétablir.',
    confirm: 'Annuler la rencontre',
    keep: 'La garder',
    done: '« {{ title }} » est annulée.',
    restored: '« {{ title }} » est rétablie.',
  },
  acts: { fix: 'Fixer la date', correct: 'Corriger la date', move: 'Déplacer', cancel: 'Annuler', restore: 'Rétablir' },
  changed: 'Cette rencontre a été modifiée entre-temps. Voici où elle en est ; rien n’a été écrasé.',
  errors: {
    ...attendanceErrorsFr,
    ...registrationErrorsFr,
    'space-unknown': 'Ce parcours ou ce réseau est introuvable.',
    'changed-meanwhile': 'Cette rencontre a été modifiée entre-temps. Rien n’a été écrasé : regardez où elle en est, puis recommencez.',
    'is-cancelled': 'Cette rencontre est annulée. Rétablissez-la avant de changer sa date.',
    'already-held': 'Cette rencontre a déjà eu lieu : elle ne peut plus être annulée.',
    'held-stays': 'Cette rencontre a déjà eu lieu : sa page reste pour celles et ceux qui y étaient.',
    'is-awaited': 'Cette rencontre a une date et le groupe compte dessus. Annulez-la ou reportez-la : tout le monde sera prévenu.',
    'date-is-sought': 'On cherche la date de cette rencontre avec ses participants. Abandonnez d’abord le sondage, ou annulez la rencontre : tout le monde sera prévenu.',
    'has-registrations': 'Des personnes sont inscrites à cette rencontre ({{ count }}). Annulez-la ou reportez-la : elles seront prévenues.',
    'not-yours-to-plan': 'Seules les personnes qui animent fixent les dates.',
    'not-found': 'Cette rencontre est introuvable.',
    'not-dated': 'Cette rencontre n’a pas encore de date : elle ne peut pas entrer dans un agenda.',
    'has-no-date': 'Cette rencontre n’a pas de date : il n’y a rien à reporter.',
    'request-used': 'Cette rencontre a déjà été créée ailleurs. Rechargez la page.',
    'file-too-large': 'Ce fichier dépasse 20 Mo. Déposez-le ailleurs et ajoutez son lien.',
    'file-refused': 'Ce type de fichier n’est pas accepté : PDF, Word, Excel, PowerPoint, OpenDocument, PNG ou JPEG.',
    'file-unnamed': 'Ce fichier n’a pas de nom lisible. Renommez-le, puis recommencez.',
    'too-many-documents': 'Une rencontre porte cinquante documents au plus. Retirez-en un d’abord.',
    'document-not-found': 'Ce document n’est plus là.',
    'minutes-not-begun': 'Le compte rendu n’est pas commencé.',
    'minutes-empty': 'Le compte rendu est encore vide : écrivez-le avant de le publier.',
    'minutes-published-meanwhile': 'Une autre personne vient de publier ce compte rendu. Rechargez la page pour voir sa version.',
  },
};
