import type { Actor } from '@cohorte/networks/contract';
import { visitor } from '@cohorte/platform/contract';
import { canMeeting, type MeetingPlace } from '../meeting/meeting.policy';

export const registrationActions = ['see', 'ask', 'act', 'see-participants', 'manage'] as const;
export type RegistrationAction = (typeof registrationActions)[number];

/** What a decision about the places of a meeting needs to know of it. */
export interface SeatsPlace extends MeetingPlace {
  /** The registration in question, if there is one: whose it is, who made it, at which address. */
  readonly registration?: { readonly personId: string | null; readonly registeredBy: string | null; readonly email: string | null } | null;
  /** Whether the actor holds a place. */
  readonly comes?: boolean;
}

/** A person signed in, or nobody; `email` is the address they proved to hold. */
export type Asker = Pick<Actor, 'roles'> & { readonly personId: string | null; readonly email?: string | null };

/**
 * Who may do what with places. Whoever may read of a meeting may ask for a place (the audience rule answers, and explains); one acts on one's
 * own registration, on those one made for colleagues and on those at one's own address; animators manage; participants see those who chose to be seen.
 */
export function canRegistration(asker: Asker, action: RegistrationAction, place: SeatsPlace): boolean {
  const actor = asker.personId === null ? visitor : { roles: asker.roles, personId: asker.personId };
  const manages = canMeeting(actor, 'edit', place);
  const knows = canMeeting(actor, 'read', place) || isTheirs(asker, place.registration);
  const allowed: Record<RegistrationAction, boolean> = {
    see: knows, ask: knows, act: manages || isTheirs(asker, place.registration), 'see-participants': manages || place.comes === true, manage: manages,
  };
  return allowed[action];
}

function isTheirs({ personId, email }: Asker, registration: SeatsPlace['registration']): boolean {
  if (!registration || personId === null) return false;
  return registration.personId === personId || registration.registeredBy === personId || (registration.email !== null && registration.email === email);
}

