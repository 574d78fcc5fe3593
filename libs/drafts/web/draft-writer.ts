import { inject, Injectable } from '@angular/core';
import { whoAmI } from '@cohorte/identity/contract';
import { ApiClient, ApiError } from '@cohorte/platform/web';

const rememberedAs = 'cohorte.drafts.writer';

/** Who writes here. Remembered on the device, so that a draft opens, and its unsent work is found, without network. */
@Injectable({ providedIn: 'root' })
export class DraftWriter {
  private readonly api = inject(ApiClient);

  /** The person's id, or null for a visitor. */
  async id(): Promise<string | null> {
    try {
      const { person, status } = await this.api.call(whoAmI, {});
      if (!person || status !== 'signed-in') return null;
      localStorage.setItem(rememberedAs, person.id);
      return person.id;
    } catch (error) {
      if (error instanceof ApiError && error.kind !== 'unauthenticated') return this.remembered();
      return null;
    }
  }

  remembered(): string | null {
    return localStorage.getItem(rememberedAs);
  }

  forget(): void {
    localStorage.removeItem(rememberedAs);
  }
}
