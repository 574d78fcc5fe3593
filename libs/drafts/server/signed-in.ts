import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import type { ActingRequest } from '@cohorte/platform/server';
import * as z from 'zod';

/** Streams are outside the declared endpoints, so their controllers ask for the person themselves. */
export function signedIn(request: ActingRequest): Actor {
  if (!request.actor || request.actor.personId === null) throw new AppError('unauthenticated', 'platform.sign-in-needed');
  return request.actor as Actor;
}

/** A malformed id names nothing. */
export function existing(id: unknown): string {
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) throw new AppError('not-found', 'drafts.not-found');
  return parsed.data;
}
