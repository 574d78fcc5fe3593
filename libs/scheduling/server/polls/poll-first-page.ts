import { shortMoment, zoneWords } from '@cohorte/platform/contract';
import { escapeHtml, type FirstPage, FirstPages } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { answerAt, type PollSlot, type PollView, readPollByLink } from '../../contract';
import { PollLinkService } from './poll-link.service';

/** A poll behind a personal link, as read before anything can be pressed: what is asked, until when, the slots, one’s own answers. In French, as every page begins. */
@Injectable()
export class PollFirstPage {
  constructor(
    pages: FirstPages,
    private readonly links: PollLinkService,
  ) {
    pages.register(/^\/sondage\/([\w-]{43})$/, (match) => this.make(match[1] ?? ''));
  }

  private async make(token: string): Promise<FirstPage> {
    const view = readPollByLink.output.parse(await this.links.read({ token }));
    return { title: `${view.title} · Cohorte`, description: '', head: '', body: bodyOf(view), answer: view, isPersonal: true };
  }
}

const said = { yes: 'oui', 'if-need-be': 'si besoin', no: 'non' } as const;
const counted = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;

function bodyOf(view: PollView): string {
  const { mine, voices } = view;
  const who = mine ? `Vous répondez en tant que ${mine.name}${mine.structureName ? `, ${mine.structureName}` : ''}. ` : '';
  const how = `${counted(view.slots.length, 'créneau proposé', 'créneaux proposés')}, à l’${zoneWords(view.zone, 'fr')}. ${counted(voices.answered, 'réponse', 'réponses')} sur ${voices.total}.`;
  return [
    '<header><a href="/">Cohorte</a></header><main lang="fr">',
    `<h1>${escapeHtml(view.title)}</h1><p>${escapeHtml(stateOf(view))}</p>`,
    view.note ? `<p>${escapeHtml(view.note)}</p>` : '',
    `<p>${escapeHtml(who + how)}${view.canAnswer ? ' Gardez ce lien personnel : il permet de modifier vos réponses jusqu’à la clôture.' : ''}</p>`,
    `<ol>${view.slots.map((slot, place) => `<li>${escapeHtml(slotOf(view, slot, place))}</li>`).join('')}</ol>`,
    '<noscript><p>Pour répondre, autorisez JavaScript sur cette page.</p></noscript></main>',
  ].join('');
}

function stateOf({ state, decided, closesAt, zone }: PollView): string {
  if (decided) return `La rencontre aura lieu ${momentOf(decided.startsAt, zone)}.`;
  if (state === 'open') return `Ouvert jusqu’au ${momentOf(closesAt, zone)}.`;
  return state === 'cancelled' ? 'Ce sondage a été annulé.' : 'Ce sondage est clos.';
}

function slotOf({ zone, mine, tally }: PollView, slot: PollSlot, place: number): string {
  const totals = tally?.[place];
  const answer = mine ? answerAt(mine.answers, place) : null;
  const when = slot.allDay ? `${dayWords(slot.day)}, toute la journée` : momentOf(slot.startsAt, zone);
  return [when, totals ? ` : ${totals.yes} oui, ${totals.ifNeedBe} si besoin` : '', answer ? `. Vous : ${said[answer]}` : ''].join('');
}

const dayWords = (day: string): string => new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

const momentOf = (instant: string, zone: string): string => shortMoment(new Date(instant), zone, 'fr');
