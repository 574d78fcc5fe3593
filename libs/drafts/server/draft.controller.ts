import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { grantDraft, listDraftPeople, listDrafts, listGrants, openDraft, renameDraft, revokeGrant } from '../contract';
import { DraftGrantsService } from './draft-grants.service';
import { DraftService } from './draft.service';

/** The endpoints of drafts. */
@Controller()
export class DraftController {
  constructor(
    private readonly drafts: DraftService,
    private readonly grants: DraftGrantsService,
  ) {}

  @Implements(listDrafts) async list(actor: Actor, { spaceId }: InputOf<typeof listDrafts>) {
    return { drafts: await this.drafts.list(actor, spaceId) };
  }

  @Implements(openDraft) open(actor: Actor, { draftId }: InputOf<typeof openDraft>) {
    return this.drafts.open(actor, draftId);
  }

  @Implements(renameDraft) rename(actor: Actor, { draftId, title }: InputOf<typeof renameDraft>) {
    return this.drafts.rename(actor, draftId, title);
  }

  @Implements(listDraftPeople) async listPeople(actor: Actor, { draftId }: InputOf<typeof listDraftPeople>) {
    return { people: await this.drafts.readers(actor, draftId) };
  }

  @Implements(listGrants) async listGrants(actor: Actor, { draftId }: InputOf<typeof listGrants>) {
    return { grants: await this.grants.list(actor, draftId) };
  }

  @Implements(grantDraft) grant(actor: Actor, input: InputOf<typeof grantDraft>) {
    return this.grants.grant(actor, input);
  }

  @Implements(revokeGrant) async revoke(actor: Actor, { draftId, grantId }: InputOf<typeof revokeGrant>) {
    await this.grants.revoke(actor, draftId, grantId);
    return {};
  }
}
