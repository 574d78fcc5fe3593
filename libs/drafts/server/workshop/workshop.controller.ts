import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import {
  addWorkshopGroup, callWorkshop, changeWorkshopGroup, endWorkshop, finishWorkshopGroup, handOverWorkshop, listWorkshopSignals, lockSection, removeWorkshopGroup, seatInWorkshop,
  setWorkshop, shareOutWorkshop, startWorkshop, timeWorkshop, unlockSection,
} from '../../contract';
import { WorkshopGroupsService } from './workshop-groups.service';
import { WorkshopService } from './workshop.service';

/** The endpoints of workshops. */
@Controller()
export class WorkshopController {
  constructor(
    private readonly workshops: WorkshopService,
    private readonly groups: WorkshopGroupsService,
  ) {}

  @Implements(startWorkshop) start(actor: Actor, { draftId }: InputOf<typeof startWorkshop>) {
    return this.workshops.start(actor, draftId);
  }

  @Implements(endWorkshop) end(actor: Actor, { draftId }: InputOf<typeof endWorkshop>) {
    return this.workshops.end(actor, draftId);
  }

  @Implements(setWorkshop) set(actor: Actor, input: InputOf<typeof setWorkshop>) {
    return this.workshops.set(actor, input);
  }

  @Implements(handOverWorkshop) handOver(actor: Actor, { draftId, personId }: InputOf<typeof handOverWorkshop>) {
    return this.workshops.handOver(actor, draftId, personId);
  }

  @Implements(callWorkshop) call(actor: Actor, { draftId, sectionId }: InputOf<typeof callWorkshop>) {
    return this.workshops.call(actor, draftId, sectionId);
  }

  @Implements(timeWorkshop) time(actor: Actor, input: InputOf<typeof timeWorkshop>) {
    return this.workshops.time(actor, input);
  }

  @Implements(addWorkshopGroup) addGroup(actor: Actor, input: InputOf<typeof addWorkshopGroup>) {
    return this.groups.add(actor, input);
  }

  @Implements(changeWorkshopGroup) changeGroup(actor: Actor, input: InputOf<typeof changeWorkshopGroup>) {
    return this.groups.rearrange(actor, input);
  }

  @Implements(removeWorkshopGroup) removeGroup(actor: Actor, { draftId, groupId }: InputOf<typeof removeWorkshopGroup>) {
    return this.groups.remove(actor, draftId, groupId);
  }

  @Implements(finishWorkshopGroup) finishGroup(actor: Actor, input: InputOf<typeof finishWorkshopGroup>) {
    return this.groups.finish(actor, input);
  }

  @Implements(seatInWorkshop) seat(actor: Actor, input: InputOf<typeof seatInWorkshop>) {
    return this.groups.seat(actor, input);
  }

  @Implements(shareOutWorkshop) shareOut(actor: Actor, { draftId, personIds }: InputOf<typeof shareOutWorkshop>) {
    return this.groups.shareOut(actor, draftId, personIds);
  }

  @Implements(lockSection) lock(actor: Actor, { draftId, sectionId }: InputOf<typeof lockSection>) {
    return this.groups.lock(actor, draftId, sectionId);
  }

  @Implements(unlockSection) unlock(actor: Actor, { draftId, sectionId }: InputOf<typeof unlockSection>) {
    return this.groups.unlock(actor, draftId, sectionId);
  }

  @Implements(listWorkshopSignals) async signals(actor: Actor, { draftId }: InputOf<typeof listWorkshopSignals>) {
    return { signals: await this.workshops.signals(actor, draftId) };
  }
}
