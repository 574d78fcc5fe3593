import type { NoticeThing } from '../../contract';
import type { Teller } from './teller';

/** Who tells of what: one teller for each kind of thing. */
export class Tellers {
  private readonly byThing: ReadonlyMap<NoticeThing, Teller>;

  constructor(readonly all: readonly Teller[]) {
    this.byThing = new Map(all.map((teller) => [teller.about, teller]));
  }

  of(about: NoticeThing): Teller {
    const teller = this.byThing.get(about);
    if (!teller) throw new Error(`Nobody tells of a ${about}`);
    return teller;
  }
}
