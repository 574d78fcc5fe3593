import { identifier, visitor } from '@cohorte/platform/contract';
import { Config, type FirstPage, FirstPages } from '@cohorte/platform/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PublicMeetingsQueries } from '../calendar/public-meetings.queries';
import { comingFirstPage, meetingFirstPage } from './meeting-first-page';
import { MeetingPageQueries } from './meeting-page.queries';

/** Writes the public pages of meetings in the HTML itself, as a visitor reads them. */
@Injectable()
export class MeetingFirstPages implements OnModuleInit {
  constructor(
    private readonly pages: FirstPages,
    private readonly coming: PublicMeetingsQueries,
    private readonly meetings: MeetingPageQueries,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.pages.register(/^\/rencontres\/?$/, (_match, query) => this.list(query));
    this.pages.register(/^\/rencontres\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, (match) => this.meeting(match[1] ?? ''));
  }

  private async meeting(meetingId: string): Promise<FirstPage> {
    return meetingFirstPage(await this.meetings.open(visitor, meetingId), this.config.value.publicUrl);
  }

  /** Those of one network or of one track, when the address says which. */
  private async list(query: URLSearchParams): Promise<FirstPage> {
    const [networkId, spaceId] = [query.get('reseau'), query.get('parcours')].map((id) => identifier.safeParse(id).data);
    return comingFirstPage(await this.coming.coming({ ...(networkId && { networkId }), ...(spaceId && { spaceId }) }), this.config.value.publicUrl);
  }
}
