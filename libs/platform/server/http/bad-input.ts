import type * as z from 'zod';
import { AppError } from '../../contract';

type Issue = z.core.$ZodIssue;

const formats: Record<string, string> = { email: 'not-an-email', uuid: 'not-an-identifier', url: 'not-a-link', datetime: 'not-a-date', date: 'not-a-date', time: 'not-a-time' };

function sizeCode(issue: Issue & { code: 'too_small' | 'too_big' }): string {
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-big';
  if (issue.origin === 'string' || issue.origin === 'array') return issue.minimum === 1 ? 'required' : 'too-short';
  return 'too-small';
}

/** A short code for what is wrong with one field; every code has words in both languages (`platform.fields.*`). */
export function fieldCode(issue: Issue): string {
  if (issue.code === 'too_small' || issue.code === 'too_big') return sizeCode(issue);
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'wrong-type';
  if (issue.code === 'invalid_format') return formats[issue.format] ?? 'invalid';
  if (issue.code === 'invalid_value') return 'not-in-list';
  if (issue.code === 'custom' && /^[a-z-]+$/.test(issue.message)) return issue.message;
  return 'invalid';
}

/** Turns what zod found into the one error people and programs see. */
export function badInput(issues: readonly Issue[]): AppError {
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) fields[[...issue.path, key].join('.').slice(0, 80)] = 'unknown';
    else fields[issue.path.join('.').slice(0, 80) || 'input'] ??= fieldCode(issue);
  }
  return new AppError('bad-input', 'platform.bad-input', {}, fields);
}
