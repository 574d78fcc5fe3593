import { inject, Injectable, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { ApiError } from './api-client';

/** Finds the sentence for an error: its own code first, its kind otherwise; never the code itself. */
@Injectable({ providedIn: 'root' })
export class ErrorWords {
  private readonly transloco = inject(TranslocoService);

  /** `networks.lead-already-there` reads `networks.errors.lead-already-there`. */
  of(error: unknown): string {
    const { code, kind, details } = error instanceof ApiError ? error : new ApiError({ kind: 'internal', code: 'platform.internal' });
    const [domain, ...rest] = code.split('.');
    return this.found(`${domain}.errors.${rest.join('.')}`, details) ?? this.found(`platform.errors.${kind}`, details) ?? this.transloco.translate('platform.errors.internal');
  }

  /** What is wrong with one field, or nothing. */
  ofField(error: unknown, field: string): string | undefined {
    const code = error instanceof ApiError ? error.fields[field] : undefined;
    return code === undefined ? undefined : (this.found(`platform.fields.${code}`, {}) ?? this.transloco.translate('platform.fields.invalid'));
  }

  private found(key: string, details: Record<string, unknown>): string | undefined {
    const words: unknown = this.transloco.translate(key, details);
    return typeof words === 'string' && words !== '' && words !== key ? words : undefined;
  }
}

/** `error | coErrorWords` */
@Pipe({ name: 'coErrorWords', pure: false })
export class ErrorWordsPipe implements PipeTransform {
  private readonly words = inject(ErrorWords);

  transform(error: unknown, field?: string): string {
    return error ? (field ? (this.words.ofField(error, field) ?? '') : this.words.of(error)) : '';
  }
}
