import { DOCUMENT } from '@angular/common';
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { type Person, type Preferences, type SecondFactorState, signOut, signOutEverywhere, updateProfile, whoAmI } from '@cohorte/identity/contract';
import type { CallOf } from '@cohorte/platform/contract';
import { ApiClient } from '@cohorte/platform/web';
import { ThemeService } from '@cohorte/ui/web/theme.service';
import { BEFORE_SIGN_OUT } from './before-sign-out';
import { SharedDevice } from './shared-device';

/** `unknown` until the server was asked once. */
export type IdentityStatus = 'unknown' | 'visitor' | 'second-factor' | 'signed-in';

const toReading = ({ theme, density, motion, textSize }: Preferences) => ({ theme, density, motion, text: textSize });

/** Who is signed in on this page, and how they like to read. */
@Injectable({ providedIn: 'root' })
export class IdentityStore {
  private readonly api = inject(ApiClient);
  private readonly theme = inject(ThemeService);
  private readonly document = inject(DOCUMENT);
  private readonly beforeSignOut = inject(BEFORE_SIGN_OUT);
  private readonly device = inject(SharedDevice);
  private readonly known = signal<{ status: IdentityStatus; person: Person | null; secondFactor: SecondFactorState | null }>({ status: 'unknown', person: null, secondFactor: null });
  private asking: Promise<void> | undefined;

  readonly status = computed(() => this.known().status);
  readonly person = computed(() => this.known().person);
  readonly secondFactor = computed(() => this.known().secondFactor);
  readonly signedIn = computed(() => this.known().status === 'signed-in');

  constructor() {
    effect(() => {
      const preferences = this.person()?.preferences;
      if (preferences) untracked(() => this.theme.set(toReading(preferences)));
    });
  }

  /** Asks the server who is here; at once again when something may have changed. */
  load(): Promise<void> {
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** Asks only when nothing is known yet. */
  async ensureKnown(): Promise<void> {
    if (this.status() === 'unknown') await this.load();
  }

  async update(change: CallOf<typeof updateProfile>): Promise<Person> {
    const person = await this.api.call(updateProfile, change);
    this.known.update((known) => ({ ...known, person }));
    return person;
  }

  secondFactorIs(secondFactor: SecondFactorState): void {
    this.known.update((known) => ({ ...known, secondFactor }));
  }

  /** Signs out unless something asks to stay; leaves by loading the home page anew, so that nothing stays in memory. */
  async signOut(where: 'here' | 'everywhere' = 'here'): Promise<boolean> {
    for (const mayLeave of this.beforeSignOut) if (!(await mayLeave())) return false;
    await (where === 'here' ? this.api.call(signOut, {}) : this.api.call(signOutEverywhere, {}));
    this.device.forget();
    this.leave();
    return true;
  }

  /** The session is over (erased, or ended elsewhere): starts again as a visitor. */
  leave(): void {
    this.known.set({ status: 'visitor', person: null, secondFactor: null });
    this.document.defaultView?.location.assign('/');
  }

  private async ask(): Promise<void> {
    const known = await this.api.call(whoAmI, {});
    if (known.person) this.device.arrive(known.person.id);
    this.known.set(known);
  }
}
