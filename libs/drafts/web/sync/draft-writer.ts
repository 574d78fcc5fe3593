import { inject, Injectable } from '@angular/core';
import { IdentityStore } from '@cohorte/identity/web';

const rememberedAs = 'cohorte.drafts.writer';

export interface Writer {
  readonly personId: string;
  readonly name: string;
}

/** Who writes here. Remembered on the device, so that a draft opens, and its unsent work is found, without network. */
@Injectable({ providedIn: 'root' })
export class DraftWriter {
  private readonly identity = inject(IdentityStore);

  /** The person, or null for a visitor. */
  async now(): Promise<Writer | null> {
    try {
      await this.identity.ensureKnown();
    } catch {
      return this.remembered();
    }
    const person = this.identity.person();
    if (!person || !this.identity.signedIn()) return null;
    const writer = { personId: person.id, name: person.name };
    this.remember(writer);
    return writer;
  }

  remembered(): Writer | null {
    try {
      const { personId, name } = JSON.parse(localStorage.getItem(rememberedAs) ?? 'null') ?? {};
      return typeof personId === 'string' && typeof name === 'string' ? { personId, name } : null;
    } catch {
      return null;
    }
  }

  forget(): void {
    try {
      localStorage.removeItem(rememberedAs);
    } catch {
      // A browser that stores nothing has nothing to forget.
    }
  }

  private remember(writer: Writer): void {
    try {
      localStorage.setItem(rememberedAs, JSON.stringify(writer));
    } catch {
      // Without storage, work offline ends with the tab; the page says so.
    }
  }
}
