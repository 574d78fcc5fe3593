import { resourceDecided, ResourceLetters, resourceRenewed, resourceRetired, resourceReviewNear, resourceSubmitted } from '@cohorte/library/server';
import { ActorService } from '@cohorte/networks/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database, type Delivery, On, type PayloadOf, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { Notices, type Telling } from '../notices/notices';

type Fact = Pick<Telling, 'kind' | 'aboutId' | 'occasion' | 'facts'>;

/** Turns what happens to resources into notices. */
@Injectable()
export class LibraryListener {
  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly resources: ResourceLetters,
    private readonly actors: ActorService,
  ) {}

  @On(resourceSubmitted)
  async submitted({ resourceId }: PayloadOf<typeof resourceSubmitted>, { eventId }: Delivery): Promise<void> {
    await this.write({ kind: 'resource-submitted', aboutId: resourceId, occasion: `event:${eventId}` }, (tx) => this.resources.decidersOf(tx, resourceId));
  }

  /** Who decides of their own deposit knows it. */
  @On(resourceDecided)
  async decided({ resourceId, by, outcome }: PayloadOf<typeof resourceDecided>, { eventId }: Delivery): Promise<void> {
    await this.write({ kind: `resource-${outcome}`, aboutId: resourceId, occasion: `event:${eventId}` }, async (tx) => (await this.owner(tx, resourceId)).filter((id) => id !== by));
  }

  /** Whoever deposited it, or those who decide of it once that person is no longer there. */
  @On(resourceReviewNear)
  async reviewNear({ resourceId, reviewOn }: PayloadOf<typeof resourceReviewNear>): Promise<void> {
    const fact: Fact = { kind: 'resource-review', aboutId: resourceId, occasion: `resource-review:${resourceId}:${reviewOn}`, facts: { reviewOn } };
    await this.write(fact, async (tx) => {
      const resource = await this.resources.factsOf(tx, resourceId);
      const owner = resource?.ownerId ? await this.actors.actorOf({ personId: resource.ownerId }) : null;
      return owner && resource?.may(owner, 'confirm') ? [owner.personId] : this.resources.decidersOf(tx, resourceId);
    });
  }

  /** Whoever made it knows it. */
  @On(resourceRenewed)
  async renewed({ resourceId, edition, by }: PayloadOf<typeof resourceRenewed>): Promise<void> {
    const fact: Fact = { kind: 'resource-new-version', aboutId: resourceId, occasion: `resource-version:${resourceId}:${edition}`, facts: { edition: String(edition) } };
    await this.write(fact, (tx) => this.followers(tx, resourceId, by));
  }

  @On(resourceRetired)
  async retired({ resourceId, by }: PayloadOf<typeof resourceRetired>, { eventId }: Delivery): Promise<void> {
    await this.write({ kind: 'resource-retired', aboutId: resourceId, occasion: `event:${eventId}` }, (tx) => this.followers(tx, resourceId, by));
  }

  private async followers(tx: Tx, resourceId: string, by: string | null): Promise<string[]> {
    return (await this.resources.followersOf(tx, resourceId)).filter((id) => id !== by);
  }

  private async owner(tx: Tx, resourceId: string): Promise<string[]> {
    const ownerId = (await this.resources.factsOf(tx, resourceId))?.ownerId;
    return ownerId ? [ownerId] : [];
  }

  private write(fact: Fact, to: (tx: Tx) => Promise<string[]>): Promise<void> {
    return this.database.transaction(systemActor('notifications'), async (tx) => {
      await this.notices.write(tx, { ...fact, about: 'resource', to: (await to(tx)).map((personId) => ({ personId, email: '', name: '' })) });
    });
  }
}
