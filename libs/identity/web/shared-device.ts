import { DOCUMENT, inject, Injectable } from '@angular/core';

/** What is stored under this belongs to whoever is signed in: half-written forms, unsent answers, searches. The rest is the device's own. */
const theirs = 'cohorte.person.';
const who = `${theirs}id`;

/** A computer several people sign in on: nobody finds what another left there, nor sends it in their own name. */
@Injectable({ providedIn: 'root' })
export class SharedDevice {
  private readonly view = inject(DOCUMENT).defaultView;

  /** Somebody is here; a session that expired left what its own person may come back to, and nobody else. */
  arrive(personId: string): void {
    try {
      const former = this.view?.localStorage.getItem(who);
      if (former && former !== personId) this.forget();
      this.view?.localStorage.setItem(who, personId);
    } catch {
      // A browser that refuses to store keeps nothing of anybody.
    }
  }

  /** They leave on purpose. */
  forget(): void {
    try {
      for (const storage of [this.view?.localStorage, this.view?.sessionStorage]) {
        for (const key of Object.keys(storage ?? {}).filter((one) => one.startsWith(theirs))) storage?.removeItem(key);
      }
    } catch {
      // The same.
    }
  }
}
