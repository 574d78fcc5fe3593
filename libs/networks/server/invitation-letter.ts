import { formatDay, type Language } from '@cohorte/platform/contract';
import { button, type Letter, letter, paragraph, smallPrint, soft } from '@cohorte/platform/server';
import type { MemberRole, SpaceKind } from '../contract';

export interface InvitationLetter {
  readonly language: Language;
  readonly spaceKind: SpaceKind;
  readonly spaceName: string;
  readonly role: MemberRole;
  readonly invitedBy: string | null;
  readonly note: string | null;
  readonly link: string;
  readonly expiresAt: string;
}

const said = {
  fr: {
    subject: (space: string) => `Invitation : ${space}`,
    inviter: (name: string | null) => (name ? `${name} vous invite` : 'Vous êtes invité·e'),
    place: { network: 'dans le réseau', structure: 'dans l’espace de', cohort: 'dans le parcours' },
    role: {
      animator: 'Vous animerez le réseau : ses structures, ses parcours, ses rencontres.',
      programme_team: 'Vous suivrez le réseau au titre de l’équipe du programme.',
      sponsor: 'Vous suivrez le réseau en tant que commanditaire.',
      lead: 'Vous serez la personne référente de la structure : vous y inviterez vos collègues et porterez son schéma.',
      member: 'Vous travaillerez au schéma de votre structure avec vos collègues.',
      expert: 'Vous pourrez lire et conseiller.',
      guest: 'Vous aurez accès à ce qui vous est ouvert.',
    },
    note: 'Son message :',
    press: 'Voir l’invitation',
    until: (day: string) => `Ce lien vous est personnel. Il sert une seule fois, jusqu’au ${day}.`,
    notYou: 'Cette invitation ne vous concerne pas ? Ignorez ce message : aucun compte n’a été créé.',
    what: 'Cohorte est l’espace de travail des réseaux régionaux de l’achat public responsable.',
  },
  en: {
    subject: (space: string) => `Invitation: ${space}`,
    inviter: (name: string | null) => (name ? `${name} invites you` : 'You are invited'),
    place: { network: 'to the network', structure: 'to the space of', cohort: 'to the working group' },
    role: {
      animator: 'You will run the network: its organisations, its working groups, its meetings.',
      programme_team: 'You will follow the network as part of the programme team.',
      sponsor: 'You will follow the network as a sponsor.',
      lead: 'You will be the contact person of the organisation: you will invite your colleagues and carry its scheme.',
      member: 'You will work on your organisation’s scheme with your colleagues.',
      expert: 'You will be able to read and advise.',
      guest: 'You will have access to what is opened to you.',
    },
    note: 'Their message:',
    press: 'See the invitation',
    until: (day: string) => `This link is yours alone. It works once, until ${day}.`,
    notYou: 'This invitation is not for you? Ignore this message: no account was created.',
    what: 'Cohorte is the workspace of the French regional networks for responsible public procurement.',
  },
} as const;

/** The letter of an invitation: who invites to what, one button, and what to do when it is not for you. */
export function invitationLetter(to: InvitationLetter): Letter {
  const words = said[to.language];
  return letter(to.language, words.subject(to.spaceName), [
    paragraph(`${words.inviter(to.invitedBy)} ${words.place[to.spaceKind]} ${to.spaceName}.`),
    paragraph(words.role[to.role]),
    ...(to.note ? [soft(`${words.note} ${to.note}`)] : []),
    button(to.link, words.press),
    smallPrint(words.until(formatDay(to.expiresAt, to.language))),
    smallPrint(`${words.notYou} ${words.what}`),
  ]);
}
