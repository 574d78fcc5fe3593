import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { beginMinutes, publishMinutes } from '../../contract';
import { MinutesService } from './minutes.service';

/** Minutes over HTTP. */
@Controller()
export class MinutesController {
  constructor(private readonly minutes: MinutesService) {}

  @Implements(beginMinutes)
  begin(actor: Actor, input: InputOf<typeof beginMinutes>) {
    return this.minutes.begin(actor, input.meetingId);
  }

  @Implements(publishMinutes)
  publish(actor: Actor, input: InputOf<typeof publishMinutes>) {
    return this.minutes.publish(actor, input);
  }
}
