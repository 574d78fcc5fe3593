import type * as z from 'zod';

export interface DomainEvent<S extends z.ZodType = z.ZodType> {
  /** `<domain>.<fact in the past>` */
  readonly name: string;
  readonly schema: S;
}

/** Declares a fact one domain tells the others. */
export const event = <S extends z.ZodType>(name: string, schema: S): DomainEvent<S> => ({ name, schema });

export type PayloadOf<E extends DomainEvent> = z.output<E['schema']>;

/** Delivered at least once: handlers are idempotent by `eventId`. */
export interface Delivery {
  readonly eventId: string;
}

export const LISTENS_TO = Symbol('listens-to');

/** Marks a provider's method as a listener of an event, called after the commit of what it tells. */
export function On<E extends DomainEvent>(declared: E) {
  return <M extends (payload: PayloadOf<E>, delivery: Delivery) => Promise<void>>(_target: object, _key: string, descriptor: TypedPropertyDescriptor<M>): void => {
    Reflect.defineMetadata(LISTENS_TO, declared, descriptor.value as object);
  };
}
