import { FirstPages } from '@cohorte/platform/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InstallationService } from './installation.service';

/** Whoever comes before there is any network is led to the first run. */
@Injectable()
export class InstallationDoor implements OnModuleInit {
  private isInstalled = false;

  constructor(
    private readonly pages: FirstPages,
    private readonly installation: InstallationService,
  ) {}

  onModuleInit(): void {
    this.pages.registerDetour(/^\/(?:connexion)?$/, () => this.lead());
  }

  /** Once installed it stays so: nothing is asked any more. */
  private async lead(): Promise<string | null> {
    this.isInstalled ||= (await this.installation.state()).state !== 'empty';
    return this.isInstalled ? null : '/installation';
  }
}
