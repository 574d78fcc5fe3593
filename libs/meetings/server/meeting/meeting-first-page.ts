import { spanWords, timeWords, zoneWords } from '@cohorte/platform/contract';
import { escapeHtml as text, type FirstPage, framedPage, jsonInHtml, paragraphsInHtml } from '@cohorte/platform/server';
import type { MeetingPage, PublicMeeting } from '../../contract';
import { eventJsonLd } from './event-json-ld';

const formats: Record<MeetingPage['format'], string> = { video: 'À distance', 'in-person': 'En présence', mixed: 'En présence et à distance' };
const stopped: Partial<Record<MeetingPage['phase'], string>> = { cancelled: 'Cette rencontre est annulée.', postponed: 'Cette rencontre est reportée.' };

/** Day and hours where it is held, the place of the clock named: «jeudi 17 décembre 2026, de 11 h à 12 h (heure de Paris)». */
const whenOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }, zone: string): string =>
  `${spanWords({ startsAt: new Date(startsAt), minutes: (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000 }, zone, 'fr')} (${zoneWords(zone, 'fr')})`;

const time = (iso: string, said: string): string => `<time datetime="${text(iso)}">${text(said)}</time>`;

function agendaHtml({ agenda, times, zone, speakers }: MeetingPage): string {
  if (agenda.length === 0) return '';
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  const said = (ids: readonly string[]): string => ids.flatMap((id) => names.get(id) ?? []).join(', ');
  const lines = agenda.map(({ title, note, speakerIds, groups }, at) => {
    const startsAt = times[at]?.startsAt;
    const rooms = groups.map((group) => `<li>${text([group.title, group.place, said(group.speakerIds)].filter(Boolean).join(' · '))}</li>`).join('');
    return `<li>${startsAt ? `${time(startsAt, timeWords(new Date(startsAt), zone, 'fr'))} ` : ''}${text([title || 'Pause', said(speakerIds)].filter(Boolean).join(' · '))}${paragraphsInHtml(note)}${rooms && `<ul>${rooms}</ul>`}</li>`;
  });
  return `<h2>Ordre du jour</h2><ol>${lines.join('')}</ol>`;
}

const links = (heading: string, of: readonly { href: string; title: string }[]): string =>
  of.length ? `<h2>${heading}</h2><ul>${of.map(({ href, title }) => `<li><a href="${text(href)}">${text(title)}</a></li>`).join('')}</ul>` : '';

function speakersHtml({ speakers }: MeetingPage): string {
  const lines = speakers.map(({ name, role, organisation }) => `<li>${text([name, role, organisation].filter(Boolean).join(', '))}</li>`);
  return lines.length ? `<h2>Avec</h2><ul>${lines.join('')}</ul>` : '';
}

/** A public meeting as HTML, before anything can be pressed: when, where, what for, by whom; with schema.org's Event in its head. In French, as every page begins. */
export function meetingFirstPage(page: MeetingPage, publicUrl: string): FirstPage {
  const { title, objective, about, format, placeName, placeAddress, sittings, zone, networkName, notice, documents, replayUrl } = page;
  const address = `${publicUrl}/rencontres/${page.id}`;
  const event = eventJsonLd(page, address);
  const when = sittings.length ? sittings.map((sitting) => `<p>${time(sitting.startsAt, whenOf(sitting, zone))}</p>`).join('') : '<p>Date à fixer</p>';
  const where = [formats[format], ...(format === 'video' ? [] : [placeName, placeAddress])].filter(Boolean).join(' · ');
  const warning = [stopped[page.phase] ?? '', notice].filter(Boolean).join(' ');
  return {
    title: `${title} · Cohorte`,
    description: (objective || about).slice(0, 300),
    head: `<link rel="canonical" href="${text(address)}" />${event ? `<script type="application/ld+json">${jsonInHtml(event)}</script>` : ''}`,
    body: framedPage([
      `<article><h1>${text(title)}</h1><p>${text(networkName)}</p>`, warning && `<p><strong>${text(warning)}</strong></p>`, when, `<p>${text(where)}</p>`,
      paragraphsInHtml(objective), paragraphsInHtml(about), agendaHtml(page), speakersHtml(page), links('Documents', documents), links('Rediffusion', replayUrl ? [{ href: replayUrl, title: 'Voir la rediffusion' }] : []), '</article>',
    ].join('')),
    answer: page,
  };
}

/** Coming public meetings as HTML, each leading to its page. */
export function comingFirstPage(meetings: readonly PublicMeeting[], publicUrl: string): FirstPage {
  const lines = meetings.map(({ id, title, startsAt, endsAt, zone, format, place, networkName, objective }) =>
    `<li><a href="/rencontres/${text(id)}">${text(title)}</a> ${time(startsAt, whenOf({ startsAt, endsAt }, zone))} <span>${text([formats[format], place, networkName].filter(Boolean).join(' · '))}</span>${paragraphsInHtml(objective)}</li>`);
  return {
    title: 'Rencontres à venir · Cohorte',
    description: 'Webinaires, ateliers et journées ouverts à tous.',
    head: `<link rel="canonical" href="${text(publicUrl)}/rencontres" />`,
    body: framedPage(`<h1>Rencontres à venir</h1>${lines.length ? `<ul>${lines.join('')}</ul>` : '<p>Aucune rencontre publique n’est prévue pour l’instant.</p>'}`),
  };
}
