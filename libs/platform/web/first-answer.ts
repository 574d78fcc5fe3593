import { DOCUMENT, inject, Injectable } from '@angular/core';

/** The answer that the server wrote in the page itself, so that the application need not ask for it: taken once, by the page it was written for. */
@Injectable({ providedIn: 'root' })
export class FirstAnswer {
  private readonly document = inject(DOCUMENT);

  take<T>(): T | undefined {
    const kept = this.document.getElementById('co-first-answer');
    kept?.remove();
    return kept?.textContent && kept.dataset['path'] === this.document.location.pathname ? (JSON.parse(kept.textContent) as T) : undefined;
  }
}
