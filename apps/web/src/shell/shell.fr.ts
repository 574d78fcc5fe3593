export const shellFr = {
  nav: { home: 'Accueil', cohorts: 'Parcours', agenda: 'Agenda', documents: 'Documents', resources: 'Ressources', network: 'Réseau' },
  networks: { label: 'Réseau : {{ name }}', choose: 'Changer de réseau', none: 'Sans réseau' },
  me: {
    label: 'Mon compte : {{ name }}', profile: 'Mon profil', language: 'Langue', theme: 'Apparence',
    themes: { system: 'Comme l’appareil', light: 'Claire', dark: 'Sombre' },
    languages: { fr: 'Français', en: 'English' },
    shortcuts: 'Raccourcis clavier', signOut: 'Se déconnecter', signOutFailed: 'La déconnexion n’a pas abouti. Réessayez.',
    chosen: 'choisi',
  },
  offline: {
    title: 'Vous êtes hors ligne',
    text: 'Continuez : ce que vous écrivez dans un document est gardé sur cet appareil et partira au retour de la connexion.',
    unreachable: 'Le serveur ne répond pas pour l’instant',
    unreachableText: 'Nous réessayons. Ce que vous écrivez dans un document reste gardé sur cet appareil.',
    back: 'La connexion est revenue.',
  },
  signedOut: { title: 'Votre session est terminée', text: 'Reconnectez-vous pour continuer ; rien de ce que vous avez écrit n’est effacé.', act: 'Me reconnecter' },
  notFound: {
    title: 'Page introuvable',
    text: 'Le lien est peut-être incomplet, la page a changé d’adresse, ou l’accès ne vous est pas ouvert.',
    home: 'Retour à l’accueil',
    search: 'Chercher',
  },
  palette: { page: 'Page', cohort: 'Parcours', draft: 'Document', network: 'Réseau', profile: 'Mon profil' },
};
