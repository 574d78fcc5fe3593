import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import type { SpaceKind } from '@cohorte/networks/contract';

const folders: Record<SpaceKind, (id: string) => string> = {
  network: (id) => `/reseaux/${id}`,
  structure: (id) => `/structures/${id}`,
  // A cohort's address belongs to its track: the home page leads there.
  cohort: () => '/accueil',
};

/** Enters with a session that has just begun: a whole load, so that nothing the page believed of a visitor remains. */
@Injectable({ providedIn: 'root' })
export class EnterApp {
  private readonly location = inject(DOCUMENT).location;

  at(kind: SpaceKind, id: string): void {
    this.location.assign(folders[kind](id));
  }
}
