import type { Acting, InputOf } from '@cohorte/platform/contract';
import { type HttpExchange, Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { getInstallation, install } from '../contract';
import { InstallationService } from './installation.service';

/** The first run over HTTP. */
@Controller()
export class InstallationController {
  constructor(private readonly installation: InstallationService) {}

  @Implements(getInstallation)
  state() {
    return this.installation.state();
  }

  @Implements(install)
  install(_actor: Acting, input: InputOf<typeof install>, http: HttpExchange) {
    return this.installation.install(input, http);
  }
}
