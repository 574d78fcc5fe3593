import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';

/** Who must have a second factor; provided by whoever knows the roles. Without a provider, nobody is asked. */
export abstract class SecondFactorPolicy {
  abstract needsSecondFactor(personId: string): Promise<boolean>;
}

/** Finds the policy that the application provides, wherever it is. */
@Injectable()
export class SecondFactorNeed {
  constructor(private readonly modules: ModuleRef) {}

  async of(personId: string): Promise<boolean> {
    return (await this.provided()?.needsSecondFactor(personId)) ?? false;
  }

  private provided(): SecondFactorPolicy | undefined {
    try {
      return this.modules.get(SecondFactorPolicy, { strict: false });
    } catch {
      return undefined;
    }
  }
}
