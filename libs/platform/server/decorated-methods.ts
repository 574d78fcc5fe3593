import { DiscoveryService, MetadataScanner } from '@nestjs/core';

export interface DecoratedMethod<T> {
  readonly declared: T;
  readonly name: string;
  call(...args: unknown[]): unknown;
}

/** Finds the methods of all providers and controllers that carry a declaration (`@On`, `@Handles`, `@Receives`). */
export function decoratedMethods<T>(discovery: DiscoveryService, scanner: MetadataScanner, key: symbol): DecoratedMethod<T>[] {
  return [...discovery.getProviders(), ...discovery.getControllers()].flatMap(({ instance }) => {
    if (typeof instance !== 'object' || instance === null) return [];
    const holder = instance as Record<string, (...args: unknown[]) => unknown>;
    return scanner.getAllMethodNames(Object.getPrototypeOf(holder) as object).flatMap((method) => {
      const run = holder[method];
      const declared = run && (Reflect.getMetadata(key, run) as T | undefined);
      return run && declared ? [{ declared, name: `${holder.constructor.name}.${method}`, call: (...args: unknown[]) => run.apply(holder, args) }] : [];
    });
  });
}
