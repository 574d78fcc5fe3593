import { Injectable } from '@nestjs/common';
import { projectionOf } from './draft-projection';
import type { DraftProjection } from './draft-projection';
import { DraftRooms } from '../rooms/draft-rooms';

/** Characters of projections kept in memory, for the storm of readers that follows an announcement. */
const mostCharacters = 16_000_000;

/** Projections of the drafts as they stand: made once per position however many ask, and not all kept. */
@Injectable()
export class DraftProjections {
  private readonly made = new Map<string, DraftProjection>();
  private readonly making = new Map<string, Promise<DraftProjection>>();
  private characters = 0;

  constructor(private readonly rooms: DraftRooms) {}

  async of(draftId: string): Promise<DraftProjection> {
    const room = await this.rooms.open(draftId);
    const seq = await room.rest((rest) => rest.seq);
    const former = this.made.get(draftId);
    if (former && former.seq >= seq) return former;
    const key = `${draftId} ${seq}`;
    const making = this.making.get(key) ?? room.look(projectionOf).finally(() => this.making.delete(key));
    this.making.set(key, making);
    const projection = await making;
    this.keep(draftId, projection);
    return projection;
  }

  private keep(draftId: string, projection: DraftProjection): void {
    this.forget(draftId);
    this.made.set(draftId, projection);
    this.characters += weightOf(projection);
    for (const oldest of this.made.keys()) {
      if (this.characters <= mostCharacters || this.made.size === 1) return;
      this.forget(oldest);
    }
  }

  private forget(draftId: string): void {
    const known = this.made.get(draftId);
    if (!known) return;
    this.characters -= weightOf(known);
    this.made.delete(draftId);
  }
}

/** The tree weighs about as much as the HTML made of it. */
const weightOf = ({ html, text }: DraftProjection): number => 2 * html.length + text.length;
