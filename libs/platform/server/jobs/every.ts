export const EVERY = Symbol('every');

/** How often a method is run. */
export interface Period {
  readonly seconds: number;
}

/**
 * Marks a method that is run again and again by the worker processes, once a period whatever their number. A period that was missed
 * is not made up for: the method looks for what is due, in SQL, and can be run at any time.
 */
export function Every(seconds: number) {
  if (!(seconds >= 1)) throw new Error(`A period lasts one second at least, not ${seconds}`);
  return <M extends () => Promise<void>>(_target: object, _key: string, descriptor: TypedPropertyDescriptor<M>): void => {
    Reflect.defineMetadata(EVERY, { seconds } satisfies Period, descriptor.value as object);
  };
}
