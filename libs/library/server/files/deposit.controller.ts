import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { decideDuplicate, fileLimits, findKnownFiles, listDeposits, openDeposit, readDeposit, submitDeposit } from '../../contract';
import { DepositQueries } from './deposit.queries';
import { DepositService } from './deposit.service';

/** Deposits of files over HTTP; the bytes come by `UploadController`. */
@Controller()
export class DepositController {
  constructor(
    private readonly deposits: DepositService,
    private readonly queries: DepositQueries,
  ) {}

  @Implements(fileLimits)
  limits(actor: Actor) {
    return this.queries.limits(actor);
  }

  @Implements(findKnownFiles)
  known(actor: Actor, input: InputOf<typeof findKnownFiles>) {
    return this.queries.alreadyThere(actor, input);
  }

  @Implements(openDeposit)
  open(actor: Actor, input: InputOf<typeof openDeposit>) {
    return this.deposits.open(actor, input);
  }

  @Implements(listDeposits)
  list(actor: Actor) {
    return this.queries.list(actor);
  }

  @Implements(readDeposit)
  read(actor: Actor, { depositId }: InputOf<typeof readDeposit>) {
    return this.queries.read(actor, depositId);
  }

  @Implements(decideDuplicate)
  async decide(actor: Actor, input: InputOf<typeof decideDuplicate>) {
    await this.deposits.decide(actor, input);
    return {};
  }

  @Implements(submitDeposit)
  submit(actor: Actor, input: InputOf<typeof submitDeposit>) {
    return this.deposits.submit(actor, input);
  }
}
