import type * as z from 'zod';

type Json = z.output<ReturnType<typeof z.json>>;

/** A value as it travels: undefined left out, nothing but plain JSON. */
export const asJson = (value: object): Record<string, Json> => JSON.parse(JSON.stringify(value)) as Record<string, Json>;
