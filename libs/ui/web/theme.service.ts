import { DOCUMENT, isPlatformBrowser } from '@angular/common';
import { inject, Injectable, PLATFORM_ID, signal } from '@angular/core';

/** How a person wants to read: what is `system` follows the device. */
export interface ReadingPreferences {
  theme: 'system' | 'light' | 'dark';
  density: 'comfortable' | 'compact';
  motion: 'system' | 'reduce';
  text: 'normal' | 'large';
}

const neutral: ReadingPreferences = { theme: 'system', density: 'comfortable', motion: 'system', text: 'normal' };
const storageKey = 'cohorte.reading';

/** Keeps the reading preferences on this device and writes them on `<html>`, where the tokens read them. */
@Injectable({ providedIn: 'root' })
export class ThemeService {
  private readonly document = inject(DOCUMENT);
  private readonly inBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly kept = signal<ReadingPreferences>(neutral);
  readonly preferences = this.kept.asReadonly();

  constructor() {
    this.apply({ ...neutral, ...this.stored() });
  }

  set(change: Partial<ReadingPreferences>): void {
    this.apply({ ...this.kept(), ...change });
    if (!this.inBrowser) return;
    try {
      localStorage.setItem(storageKey, JSON.stringify(this.kept()));
    } catch {
      // A browser that refuses to store still gets the preference for this page.
    }
  }

  private apply(next: ReadingPreferences): void {
    this.kept.set(next);
    const html = this.document.documentElement;
    for (const name of ['theme', 'density', 'motion', 'text'] as const) {
      if (next[name] === neutral[name]) html.removeAttribute(`data-${name}`);
      else html.setAttribute(`data-${name}`, next[name]);
    }
  }

  private stored(): Partial<ReadingPreferences> {
    if (!this.inBrowser) return {};
    try {
      const read: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
      return typeof read === 'object' && read !== null ? known(read) : {};
    } catch {
      return {};
    }
  }
}

const allowed: { [K in keyof ReadingPreferences]: readonly ReadingPreferences[K][] } = {
  theme: ['system', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  motion: ['system', 'reduce'],
  text: ['normal', 'large'],
};

/** Only what we know how to show: storage can hold anything. */
function known(read: object): Partial<ReadingPreferences> {
  const entries = Object.entries(read).filter(([name, value]) => (allowed[name as keyof ReadingPreferences] as readonly unknown[] | undefined)?.includes(value));
  return Object.fromEntries(entries) as Partial<ReadingPreferences>;
}
