import * as z from 'zod';
import { identifier } from '@cohorte/platform/contract';

export const passkeySummary = z.object({ id: identifier, name: z.string(), createdAt: z.iso.datetime() });
export type PasskeySummary = z.output<typeof passkeySummary>;

export const secondFactorState = z.object({
  /** An application that shows codes is set up. */
  totp: z.boolean(),
  passkeys: z.number().int().min(0),
  /** The page that proposes a second factor should be shown now. */
  asked: z.boolean(),
  canPostpone: z.boolean(),
});
export type SecondFactorState = z.output<typeof secondFactorState>;

export interface SecondFactorFacts {
  readonly totp: boolean;
  readonly passkeys: number;
  /** The person holds a role that calls for a second factor. */
  readonly needed: boolean;
  readonly postponedAt: Date | null;
  readonly signedInAt: Date;
}

/** Asked of those who need it until they have one; postponing counts once, for the sign-in in which it was said. */
export function secondFactorFor(facts: SecondFactorFacts): SecondFactorState {
  const { totp, passkeys, needed, postponedAt, signedInAt } = facts;
  const missing = needed && !totp && passkeys === 0;
  const postponedNow = postponedAt !== null && postponedAt >= signedInAt;
  return { totp, passkeys, asked: missing && !postponedNow, canPostpone: missing && postponedAt === null };
}
