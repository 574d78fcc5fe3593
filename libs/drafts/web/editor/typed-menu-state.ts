import { computed, signal } from '@angular/core';
import type { Signal } from '@angular/core';
import type { TypedMenuOptions, TypedQuery } from './typed-menu';

/** A menu under what is typed: what it offers, which line the keys stand on, and what happens once one is chosen. */
export class TypedMenuState<T> implements TypedMenuOptions {
  readonly query = signal<TypedQuery | null>(null);
  readonly active = signal(0);
  readonly choices: Signal<readonly T[]>;

  constructor(
    find: (typed: string) => readonly T[],
    private readonly chosen: (choice: T, query: TypedQuery) => void,
    private readonly opened: () => void = () => undefined,
  ) {
    this.choices = computed(() => {
      const query = this.query();
      return query ? find(query.text) : [];
    });
  }

  readonly changed = (query: TypedQuery | null): void => {
    const had = this.query();
    this.query.set(query);
    if (query && !had) this.opened();
    if (query?.text !== had?.text) this.active.set(0);
  };

  readonly key = (event: KeyboardEvent): boolean => {
    const choices = this.choices();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : choices.length - 1;
      if (choices.length > 0) this.active.update((index) => (index + step) % choices.length);
      return choices.length > 0;
    }
    const choice = choices[this.active()];
    if ((event.key !== 'Enter' && event.key !== 'Tab') || choice === undefined) return false;
    this.choose(choice);
    return true;
  };

  choose(choice: T): void {
    const query = this.query();
    this.query.set(null);
    if (query) this.chosen(choice, query);
  }
}
