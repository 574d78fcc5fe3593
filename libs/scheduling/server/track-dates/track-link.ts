import { Config } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { PollLinks } from '../polls/poll-link';

/** The one link of someone asked for a whole track: the token of their first line, on the page of all meetings. */
@Injectable()
export class TrackLinks {
  constructor(
    private readonly config: Config,
    private readonly links: PollLinks,
  ) {}

  tokenOf(row: { id: string; nonce: string }): string {
    return this.links.tokenOf(row);
  }

  pathOf(row: { id: string; nonce: string }): string {
    return `/sondage-parcours/${this.tokenOf(row)}`;
  }

  linkOf(row: { id: string; nonce: string }): string {
    return `${this.config.value.publicUrl}${this.pathOf(row)}`;
  }
}
