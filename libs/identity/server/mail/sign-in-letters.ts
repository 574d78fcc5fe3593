import type { Language } from '@cohorte/platform/contract';
import { bigCode, button, type Letter, letter, paragraph, smallPrint } from '@cohorte/platform/server';

const codeWords = {
  fr: {
    subject: (code: string) => `${code} : votre code de connexion à Cohorte`,
    here: 'Voici votre code de connexion à Cohorte. Il est valable 10 minutes et sert une seule fois.',
    press: 'Me connecter',
    link: 'Vous pouvez aussi ouvrir la page de connexion avec ce bouton, puis confirmer :',
    notYou: 'Vous n’avez rien demandé ? Ignorez ce message : sans ce code, personne ne peut entrer. Ne le communiquez à personne.',
  },
  en: {
    subject: (code: string) => `${code}: your Cohorte sign-in code`,
    here: 'Here is your Cohorte sign-in code. It is valid for 10 minutes and works once.',
    press: 'Sign in',
    link: 'You can also open the sign-in page with this button, then confirm:',
    notYou: 'You did not ask for this? Ignore this message: nobody can enter without the code. Do not give it to anyone.',
  },
} as const;

/** The code in the link stands after `#`: browsers keep that part to themselves, so it reaches no server's log. */
export function codeLetter(language: Language, to: { email: string; code: string; publicUrl: string }): Letter {
  const words = codeWords[language];
  const link = `${to.publicUrl}/connexion/code#${new URLSearchParams({ email: to.email, code: to.code }).toString()}`;
  return letter(language, words.subject(to.code), [paragraph(words.here), bigCode(to.code), paragraph(words.link), button(link, words.press), smallPrint(words.notYou)]);
}

const strangerWords = {
  fr: {
    subject: 'Votre demande de connexion à Cohorte',
    asked: 'Quelqu’un, sans doute vous, a demandé à se connecter à Cohorte avec cette adresse. Elle n’y est pas connue.',
    how: 'On entre dans Cohorte sur invitation. Demandez à l’animation de votre réseau, ou au pilote de votre établissement, de vous inviter à cette adresse. Si vous avez déjà un compte, essayez votre autre adresse professionnelle.',
    notYou: 'Vous n’avez rien demandé ? Ignorez ce message : aucun compte n’a été créé.',
  },
  en: {
    subject: 'Your request to sign in to Cohorte',
    asked: 'Someone, most likely you, asked to sign in to Cohorte with this address. It is not known there.',
    how: 'People enter Cohorte by invitation. Ask the animator of your network, or the lead of your organisation, to invite you at this address. If you already have an account, try your other work address.',
    notYou: 'You did not ask for this? Ignore this message: no account was created.',
  },
} as const;

export function strangerLetter(language: Language): Letter {
  const words = strangerWords[language];
  return letter(language, words.subject, [paragraph(words.asked), paragraph(words.how), smallPrint(words.notYou)]);
}
