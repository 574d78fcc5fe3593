import { type Actor, holds, rolesIn } from '@cohorte/networks/contract';

export const pollActions = ['read', 'answer', 'see-everything', 'manage'] as const;
/** `see-everything`: every line with its names, drafts included, whatever participants are shown. `manage`: write, open, remind, close, decide, hand out an open link. */
export type PollAction = (typeof pollActions)[number];

export interface PollPlace {
  readonly spaceId: string;
  readonly networkId: string;
  /** The actor is invited to answer. */
  readonly isParticipant: boolean;
  readonly isDraft: boolean;
}

/** Those who take part in the space; sponsors and guests see a poll when they are invited to it. */
const takesPart = (actor: Actor, spaceId: string): boolean => rolesIn(actor, spaceId).some((role) => role === 'lead' || role === 'member' || role === 'expert');

/** Participants answer, animators run, the network's team reads; drafts are the animators'. */
export function canPoll(actor: Actor, action: PollAction, place: PollPlace): boolean {
  const runs = holds(actor, place.networkId, 'animator') || holds(actor, place.spaceId, 'animator');
  if (action === 'manage' || place.isDraft) return runs;
  const oversees = runs || holds(actor, place.networkId, 'programme_team');
  if (action === 'see-everything') return oversees;
  const belongs = place.isParticipant || takesPart(actor, place.spaceId);
  return action === 'answer' ? belongs : belongs || oversees;
}
