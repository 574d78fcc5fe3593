import { DOCUMENT, inject, Injectable } from '@angular/core';

/** Answers not acknowledged yet, kept on this device through a closed page, until the server has them. */
@Injectable({ providedIn: 'root' })
export class KeptAnswers {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;

  read<T>(key: string): T | undefined {
    try {
      const text = this.storage?.getItem(key);
      return text ? (JSON.parse(text) as T) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Nothing to keep takes away what was. */
  write(key: string, answers: object | undefined): void {
    try {
      if (answers === undefined) this.storage?.removeItem(key);
      else this.storage?.setItem(key, JSON.stringify(answers));
    } catch {
      // A browser that refuses to store still sends while the page is open.
    }
  }
}
