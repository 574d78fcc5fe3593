import { formatDay, type Language } from '@cohorte/platform/contract';

export const resourceKinds = ['resource-returned', 'resource-submitted', 'resource-published', 'resource-retired', 'resource-new-version', 'resource-review'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

interface Said {
  subject(title: string): string;
  lines(facts: { readonly note: string; readonly edition: number; readonly reviewOn: string }): readonly string[];
  readonly press: string;
}

/** Letters about resources of the library. */
export const resourceWords: Record<Language, Record<ResourceKind, Said>> = {
  fr: {
    'resource-submitted': { subject: (title) => `À valider : ${title}`, lines: () => ['Une ressource vous est proposée pour le centre de ressources. Lisez-la, puis publiez-la ou rendez-la avec un mot à la personne qui l’a déposée.'], press: 'Lire et décider' },
    'resource-published': { subject: (title) => `Votre ressource est publiée : ${title}`, lines: () => ['Merci de ce partage : elle est maintenant dans le centre de ressources.'], press: 'Voir la ressource' },
    'resource-returned': { subject: (title) => `À compléter : ${title}`, lines: ({ note }) => ['Votre ressource vous est rendue pour être complétée. Rien n’est perdu : elle vous attend dans « Mes dépôts ».', `Le mot de l’animation : « ${note} »`], press: 'Compléter' },
    'resource-new-version': {
      subject: (title) => `Nouvelle version : ${title}`, lines: ({ note, edition }) => [`La version ${edition} d’une ressource que vous suivez est publiée.`, ...(note ? [`Ce qui change : « ${note} »`] : [])], press: 'Lire la nouvelle version',
    },
    'resource-retired': {
      subject: (title) => `Ressource retirée : ${title}`, lines: ({ note }) => ['Une ressource que vous suivez a quitté le centre de ressources. Sa page reste, avec la raison.', `La raison : « ${note} »`], press: 'Voir sa page',
    },
    'resource-review': {
      subject: (title) => `Est-elle toujours juste ? ${title}`,
      lines: ({ reviewOn }) => [`Vous aviez prévu de relire cette ressource le ${formatDay(reviewOn, 'fr')}. Si elle est toujours juste, un clic suffit ; sinon, corrigez-la ou retirez-la.`], press: 'Relire',
    },
  },
  en: {
    'resource-submitted': { subject: (title) => `To decide: ${title}`, lines: () => ['A resource is proposed to you for the library. Read it, then publish it or give it back with a word to whoever deposited it.'], press: 'Read and decide' },
    'resource-published': { subject: (title) => `Your resource is published: ${title}`, lines: () => ['Thank you for sharing it: it is now in the library.'], press: 'See the resource' },
    'resource-returned': { subject: (title) => `To complete: ${title}`, lines: ({ note }) => ['Your resource is given back to you to be completed. Nothing is lost: it waits in “My deposits”.', `A word from the organisers: “${note}”`], press: 'Complete it' },
    'resource-new-version': {
      subject: (title) => `New version: ${title}`, lines: ({ note, edition }) => [`Version ${edition} of a resource you follow is published.`, ...(note ? [`What changes: “${note}”`] : [])], press: 'Read the new version',
    },
    'resource-retired': {
      subject: (title) => `Resource retired: ${title}`, lines: ({ note }) => ['A resource you follow has left the library. Its page stays, with the reason.', `The reason: “${note}”`], press: 'See its page',
    },
    'resource-review': {
      subject: (title) => `Does it still hold? ${title}`,
      lines: ({ reviewOn }) => [`You had planned to read this resource again on ${formatDay(reviewOn, 'en')}. If it still holds, one press is enough; otherwise correct it or retire it.`], press: 'Read it again',
    },
  },
};
