import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { compareVersions, listContributions, listVersions, nameVersion, readAuthorship, readVersion, restoreVersion, unnameVersion } from '../../contract';
import { DraftVersionService } from './draft-version.service';
import { VersionRestorationService } from './version-restoration.service';

/** The endpoints of a draft's past. */
@Controller()
export class DraftVersionController {
  constructor(
    private readonly versions: DraftVersionService,
    private readonly restorations: VersionRestorationService,
  ) {}

  @Implements(listVersions) list(actor: Actor, { draftId, before }: InputOf<typeof listVersions>) {
    return this.versions.list(actor, draftId, before);
  }

  @Implements(readVersion) read(actor: Actor, { draftId, seq }: InputOf<typeof readVersion>) {
    return this.versions.read(actor, draftId, seq);
  }

  @Implements(readAuthorship) authorship(actor: Actor, { draftId }: InputOf<typeof readAuthorship>) {
    return this.versions.read(actor, draftId);
  }

  @Implements(compareVersions) compare(actor: Actor, { draftId, from, to }: InputOf<typeof compareVersions>) {
    return this.versions.compare(actor, draftId, { from, to });
  }

  @Implements(nameVersion) name(actor: Actor, input: InputOf<typeof nameVersion>) {
    return this.versions.name(actor, input);
  }

  @Implements(unnameVersion) async unname(actor: Actor, { draftId, seq }: InputOf<typeof unnameVersion>) {
    await this.versions.unname(actor, draftId, seq);
    return {};
  }

  @Implements(restoreVersion) restore(actor: Actor, { draftId, seq }: InputOf<typeof restoreVersion>) {
    return this.restorations.restore(actor, draftId, seq);
  }

  @Implements(listContributions) async contributions(actor: Actor, { draftId }: InputOf<typeof listContributions>) {
    return { contributions: await this.versions.contributions(actor, draftId) };
  }
}
