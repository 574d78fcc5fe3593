import { Clock, type SearchAccess, type SearchEntry, type SearchSource, SearchSources, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { MeetingEntity } from './meeting.entity';

const summaryLength = 400;
/** A meeting to come is worth more to who looks than one that is over. */
const worth = { coming: 0.9, undated: 0.7, over: 0.4 };

/** How meetings are found: by what they are about, their agenda and their published minutes, by those who may see them. */
@Injectable()
export class MeetingSearch implements SearchSource {
  readonly domain = 'meetings';

  constructor(
    sources: SearchSources,
    private readonly clock: Clock,
  ) {
    sources.register(this);
  }

  async entryOf(tx: Tx, id: string): Promise<SearchEntry | null> {
    const meeting = await tx.getRepository(MeetingEntity).findOneBy({ id });
    if (!meeting) return null;
    const [minutes] = await tx.query<{ html: string }[]>('SELECT html FROM meetings_minutes_version WHERE meeting_id = $1 ORDER BY number DESC LIMIT 1', [id]);
    const said = [meeting.objective, meeting.about].filter(Boolean).join(' ');
    return {
      id, domain: this.domain, kind: meeting.kind, title: meeting.title, summary: said.slice(0, summaryLength), path: `/rencontres/${id}`,
      keywords: [meeting.placeName, ...meeting.speakers.map(({ name }) => name), ...meeting.agenda.map(({ title }) => title)].filter(Boolean),
      facets: {}, quality: this.qualityOf(meeting), access: readersOf(meeting),
      pages: [said.slice(summaryLength), minutes ? textOfHtml(minutes.html) : ''].filter(Boolean),
    };
  }

  private qualityOf({ startsAt }: MeetingEntity): number {
    if (!startsAt) return worth.undated;
    return startsAt > this.clock.now() ? worth.coming : worth.over;
  }
}

/** The readers of `meeting.policy.ts`, as keys: those who plan it always, the others once it is published. */
function readersOf({ networkId, spaceId, audience, animatorIds, publishedAt }: MeetingEntity): SearchAccess[] {
  const planners: SearchAccess[] = [`space:${networkId}:animator`, `space:${spaceId}:animator`, ...animatorIds.map((personId) => `person:${personId}:around-network:${networkId}` as const)];
  if (!publishedAt) return planners;
  if (audience === 'public') return ['public'];
  const inNetwork: SearchAccess[] = audience === 'network' ? [`around-network:${networkId}`] : [];
  return [...planners, ...inNetwork, `space:${spaceId}`, `space:${spaceId}:guest`, `space:${networkId}:programme_team`, `space:${networkId}:sponsor`];
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words of minutes, which the platform wrote itself as HTML. */
const textOfHtml = (html: string): string =>
  html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] as string).replaceAll(/\s+/g, ' ').trim();
