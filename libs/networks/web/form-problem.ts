import { inject, Injectable, signal } from '@angular/core';
import { ApiError, ErrorWords } from '@cohorte/platform/web';
import { TranslocoService } from '@jsverse/transloco';

/** Field codes this domain has better words for than the platform's. */
const ownCodes = new Set(['siret', 'too-short']);

/** What went wrong with a form, in words: on its field when the answer names one, above the form otherwise. */
@Injectable()
export class FormProblem {
  private readonly words = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly error = signal<unknown>(null);
  private readonly own = signal<Record<string, string>>({});

  clear(): void {
    this.error.set(null);
    this.own.set({});
  }

  set(error: unknown): void {
    this.error.set(error);
  }

  /** A problem the page finds itself, already in words. */
  say(field: string, words: string): void {
    this.own.update((known) => ({ ...known, [field]: words }));
  }

  get isClear(): boolean {
    return this.error() === null && Object.keys(this.own()).length === 0;
  }

  onField(field: string): string {
    const own = this.own()[field];
    if (own) return own;
    const error = this.error();
    const code = error instanceof ApiError ? error.fields[field] : undefined;
    if (!(error instanceof ApiError) || code === undefined) return '';
    if (error.code.startsWith('networks.')) return this.words.of(error);
    return ownCodes.has(code) ? this.transloco.translate(`networks.fields.${code}`) : (this.words.ofField(error, field) ?? '');
  }

  /** Nothing when a shown field says it. */
  above(fields: readonly string[]): string {
    const error = this.error();
    if (!error || (error instanceof ApiError && fields.some((field) => field in error.fields))) return '';
    return this.words.of(error);
  }
}
