import type * as z from 'zod';

export interface Job<S extends z.ZodType = z.ZodType> {
  /** `<domain>.<order>` */
  readonly name: string;
  readonly schema: S;
  readonly attempts: number;
}

/** Declares an order for later. Payloads carry ids, never contents: rights are checked again when it runs. */
export const job = <S extends z.ZodType>(name: string, schema: S, options: { attempts?: number } = {}): Job<S> => ({ name, schema, attempts: options.attempts ?? 8 });

export const HANDLES = Symbol('handles');

/** Marks the one method that carries out a job; it is called at least once and must be idempotent. */
export function Handles<J extends Job>(declared: J) {
  return <M extends (payload: z.output<J['schema']>) => Promise<void>>(_target: object, _key: string, descriptor: TypedPropertyDescriptor<M>): void => {
    Reflect.defineMetadata(HANDLES, declared, descriptor.value as object);
  };
}
