import type { CalloutKind } from '../../contract';

/** The few words a projection adds to a text. Documents are written in French, whoever reads them. */
export const projectionWords = {
  callouts: { info: 'Information', key: 'À retenir', warning: 'Attention' } satisfies Record<CalloutKind, string>,
  contents: 'Sommaire',
  notes: 'Notes',
  plan: 'Plan',
  untitled: 'Sans titre',
  brokenLink: 'Ce lien menait à un titre qui n’existe plus',
  backToCall: (number: number): string => `Retour à l’appel de note ${number}`,
};
