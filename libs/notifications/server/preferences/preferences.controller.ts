import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { listPreferences, setPreference, stopLetters, viewStopping } from '../../contract';
import { PreferencesService } from './preferences.service';

/** What people want to be told, over HTTP. */
@Controller()
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Implements(listPreferences)
  async list(actor: Actor) {
    return { preferences: await this.preferences.list(actor) };
  }

  @Implements(setPreference)
  async set(actor: Actor, input: InputOf<typeof setPreference>) {
    return { preferences: await this.preferences.set(actor, input) };
  }

  @Implements(viewStopping)
  view(_actor: unknown, { token }: InputOf<typeof viewStopping>) {
    return this.preferences.view(token);
  }

  @Implements(stopLetters)
  stop(_actor: unknown, { token, topic, wanted }: InputOf<typeof stopLetters>) {
    return this.preferences.stop(token, topic, wanted);
  }
}
