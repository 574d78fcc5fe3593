import { type Actor, holds, rolesIn } from '@cohorte/networks/contract';

export const meetingActions = ['read', 'schedule', 'cancel'] as const;
export type MeetingAction = (typeof meetingActions)[number];

export interface MeetingPlace {
  readonly spaceId: string;
  /** The network the space belongs to; the network itself for a network's own meeting. */
  readonly networkId: string;
}

/** People of the space and those who run or sponsor its network read; its animators decide dates. */
export function canMeeting(actor: Actor, action: MeetingAction, place: MeetingPlace): boolean {
  const animates = holds(actor, place.networkId, 'animator') || holds(actor, place.spaceId, 'animator');
  if (action !== 'read') return animates;
  return animates || rolesIn(actor, place.spaceId).length > 0 || holds(actor, place.networkId, 'programme_team', 'sponsor');
}
