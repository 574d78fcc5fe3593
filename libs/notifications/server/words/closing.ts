import type { Language } from '@cohorte/platform/contract';
import { type LetterBlock, smallLink, smallPrint } from '@cohorte/platform/server';
import type { NoticeThing, NoticeTopic } from '../../contract';

const words = {
  fr: {
    whyResource: 'Vous recevez ce courriel parce que vous avez déposé cette ressource, ou que vous en décidez.',
    whyFollowed: 'Vous recevez ce courriel parce que vous suivez cette ressource.',
    why: 'Vous recevez ce courriel parce que vous participez à cette rencontre ou que l’on vous y attend.',
    whySeveral: 'Vous recevez ce courriel parce que vous participez à ces rencontres ou que l’on vous y attend.',
    locked: 'Les courriels de ce genre ne peuvent pas être arrêtés : une place proposée a un délai, et une désinscription doit laisser une trace.',
    stop: 'Ne plus recevoir ce genre de courriels',
    choose: 'Choisir les courriels que je reçois',
  },
  en: {
    whyResource: 'You receive this e-mail because you deposited this resource, or decide of it.',
    whyFollowed: 'You receive this e-mail because you follow this resource.',
    why: 'You receive this e-mail because you take part in this meeting or are expected there.',
    whySeveral: 'You receive this e-mail because you take part in these meetings or are expected there.',
    locked: 'E-mails of this kind cannot be stopped: an offered place has a deadline, and a withdrawal must leave a trace.',
    stop: 'Stop receiving e-mails of this kind',
    choose: 'Choose the e-mails I receive',
  },
} as const;

/** Why one receives the letter, and how to stop; without a topic, it cannot be stopped. */
export function closing(language: Language, { about, topic, link }: { about: NoticeThing; topic: NoticeTopic | undefined; link: string }): LetterBlock[] {
  const said = words[language];
  const canStop = topic !== undefined;
  const why = topic === 'followed-resources' ? said.whyFollowed : about === 'resource' ? said.whyResource : about === 'track-poll' ? said.whySeveral : said.why;
  return [smallPrint(canStop ? why : `${why} ${said.locked}`), smallLink(link, canStop ? said.stop : said.choose)];
}
