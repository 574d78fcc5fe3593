import { type ResourceLetterFacts, ResourceLetters } from '@cohorte/library/server';
import type { Actor } from '@cohorte/networks/contract';
import { ActorService } from '@cohorte/networks/server';
import { button, Config, heading, paragraph, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { NoticeRow } from '../notices/notice-row';
import { type ResourceKind, resourceKinds, resourceWords } from '../words/resource-words';
import { type BellFacts, type ComposedLetter, type Reader, silentOf, Teller, type Telling } from './teller';

/** Why each kind says nothing any more, seen by who would read it. */
const overtaken: Record<ResourceKind, (notice: NoticeRow, at: ResourceLetterFacts, actor: Actor) => boolean> = {
  'resource-submitted': (_notice, at, actor) => at.state !== 'submitted' || !at.may(actor, 'publish'),
  'resource-published': (_notice, at) => at.state !== 'published',
  'resource-returned': (_notice, at) => at.state !== 'draft' || !at.returnedNote,
  'resource-new-version': (notice, at) => at.state !== 'published' || notice.facts['edition'] !== String(at.edition),
  'resource-retired': (_notice, at) => at.state !== 'retired',
  'resource-review': (notice, at, actor) => at.reviewOn !== notice.facts['reviewOn'] || !at.may(actor, 'confirm'),
};

const toFollowers: readonly string[] = ['resource-new-version', 'resource-retired'];

const kindOf = (notices: readonly NoticeRow[]): ResourceKind => resourceKinds.find((kind) => notices.some((notice) => notice.kind === kind)) ?? 'resource-published';

/** Tells of resources: proposed, decided, to be read again. */
@Injectable()
export class ResourceTeller extends Teller {
  readonly about = 'resource';

  constructor(
    private readonly resources: ResourceLetters,
    private readonly actors: ActorService,
    private readonly config: Config,
  ) {
    super();
  }

  async tell(tx: Tx, reader: Reader, notices: readonly NoticeRow[]): Promise<Telling> {
    const resource = await this.resources.factsOf(tx, notices[0]?.aboutId ?? '');
    const { personId } = reader;
    if (!resource || !personId) return silentOf(notices, () => 'gone');
    const actor = await this.actors.actorOf({ personId });
    const follows = (await this.resources.followersOf(tx, notices[0]?.aboutId ?? '', personId)).length > 0;
    const silence = (notice: NoticeRow): string | undefined => {
      if (!resource.may(actor, 'read')) return 'no-right';
      if (toFollowers.includes(notice.kind) && !follows) return 'overtaken';
      return overtaken[notice.kind as ResourceKind](notice, resource, actor) ? 'overtaken' : undefined;
    };
    return { ...silentOf(notices, silence), compose: (wanted) => Promise.resolve(this.compose(reader, resource, kindOf(wanted))) };
  }

  async shownTo(tx: Tx, personId: string, resourceIds: readonly string[]): Promise<Map<string, BellFacts>> {
    const actor = await this.actors.actorOf({ personId });
    const shown = new Map<string, BellFacts>();
    for (const resourceId of resourceIds) {
      const resource = await this.resources.factsOf(tx, resourceId);
      if (resource?.may(actor, 'read')) shown.set(resourceId, { title: resource.title, when: null, zone: 'Europe/Paris', path: resource.path });
    }
    return shown;
  }

  keepersOf(tx: Tx, resourceId: string): Promise<string[]> {
    return this.resources.decidersOf(tx, resourceId);
  }

  private compose({ language }: Reader, { title, path, returnedNote, retiredNote, versionNote, edition, reviewOn }: ResourceLetterFacts, kind: ResourceKind): ComposedLetter {
    const said = resourceWords[language][kind];
    return {
      subject: said.subject(title),
      blocks: [heading(title), ...said.lines({ note: { 'resource-new-version': versionNote, 'resource-retired': retiredNote }[kind as string] ?? returnedNote, edition, reviewOn: reviewOn ?? '' }).map(paragraph), button(`${this.config.value.publicUrl}${path}`, said.press)],
    };
  }
}
