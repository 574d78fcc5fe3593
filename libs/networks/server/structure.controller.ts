import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { type Actor, addStructure, affiliateStructure, editStructure, endAffiliation, findStructures, getStructure, importStructures, listStructures } from '../contract';
import { AffiliationService } from './affiliation.service';
import { StructureService } from './structure.service';

/** Structures over HTTP. */
@Controller()
export class StructureController {
  constructor(
    private readonly structures: StructureService,
    private readonly affiliations: AffiliationService,
  ) {}

  @Implements(listStructures)
  list(actor: Actor, input: InputOf<typeof listStructures>) {
    return this.structures.list(actor, input);
  }

  @Implements(getStructure)
  get(actor: Actor, input: InputOf<typeof getStructure>) {
    return this.structures.get(actor, input.structureId);
  }

  @Implements(addStructure)
  add(actor: Actor, input: InputOf<typeof addStructure>) {
    return this.structures.add(actor, input);
  }

  @Implements(importStructures)
  import(actor: Actor, input: InputOf<typeof importStructures>) {
    return this.structures.import(actor, input);
  }

  @Implements(editStructure)
  edit(actor: Actor, input: InputOf<typeof editStructure>) {
    return this.structures.edit(actor, input);
  }

  @Implements(findStructures)
  find(actor: Actor, input: InputOf<typeof findStructures>) {
    return this.affiliations.find(actor, input);
  }

  @Implements(affiliateStructure)
  affiliate(actor: Actor, input: InputOf<typeof affiliateStructure>) {
    return this.affiliations.affiliate(actor, input);
  }

  @Implements(endAffiliation)
  endAffiliation(actor: Actor, input: InputOf<typeof endAffiliation>) {
    return this.affiliations.end(actor, input);
  }
}
