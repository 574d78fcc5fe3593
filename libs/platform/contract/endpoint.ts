import * as z from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
/** `public` answers to anyone; `member` needs a signed-in person (the service still asks its policy). */
export type Access = 'public' | 'member';

export interface Endpoint<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly method: HttpMethod;
  /** Below `/api`; parameters as `:name` are fields of `input`, like the query and the body. */
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  /** Of visitors, against floods: sized for a whole town hall behind one network address. */
  readonly perAddress?: { readonly max: number; readonly minutes: number };
  readonly input: I;
  readonly output: O;
}

/** How to reach an endpoint, without its schemas: what pages of visitors download. */
export type Address = Pick<Endpoint, 'method' | 'path'>;

/** Declares what crosses from browser to server: one flat strict input, one output. Never two declarations for one route. */
export function endpoint<I extends z.ZodType, O extends z.ZodType>(
  declared: Omit<Endpoint<I, O>, 'access'> & { access?: Access },
): Endpoint<I, O> {
  return { access: 'member', ...declared };
}

export type InputOf<E extends Endpoint> = z.output<E['input']>;
/** What a caller writes: fields with a default may be left out. */
export type CallOf<E extends Endpoint> = z.input<E['input']>;
export type OutputOf<E extends Endpoint> = z.output<E['output']>;

/** For calls that answer nothing but «done». */
export const nothing = z.object({});
