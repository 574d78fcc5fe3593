import { Injectable } from '@angular/core';

const storageKey = 'cohorte.person.searches';
const keptMost = 6;

/** What this person looked for last on this device; nothing of it leaves the device. */
@Injectable({ providedIn: 'root' })
export class RecentSearches {
  list(): readonly string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
      return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string').slice(0, keptMost) : [];
    } catch {
      return [];
    }
  }

  keep(question: string): void {
    const said = question.trim();
    if (said) this.write([said, ...this.list().filter((one) => one !== said)].slice(0, keptMost));
  }

  private write(questions: readonly string[]): void {
    try {
      localStorage.setItem(storageKey, JSON.stringify(questions));
    } catch {
      // A browser that refuses to store still searches.
    }
  }
}
