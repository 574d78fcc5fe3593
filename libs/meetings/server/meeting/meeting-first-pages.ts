import { AppError, visitor } from '@cohorte/platform/contract';
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
    this.pages.register(/^\/rencontres\/?$/, async () => comingFirstPage(await this.coming.coming({}), this.config.value.publicUrl));
    this.pages.register(/^\/rencontres\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, (match) => this.meeting(match[1] ?? ''));
  }

  /** What a visitor may not read leaves the application's own page to say so. */
  private async meeting(meetingId: string): Promise<FirstPage | null> {
    try {
      return meetingFirstPage(await this.meetings.open(visitor, meetingId), this.config.value.publicUrl);
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return null;
      throw error;
    }
  }
}
