import { type Actor, holds, rolesIn } from '@cohorte/networks/contract';
import type { Visitor } from '@cohorte/platform/contract';
import type { MeetingAudience } from './meeting';

/** `edit` covers what it is, its agenda, documents, replay and minutes; `create` is asked of the place it will have. */
export const meetingActions = ['read', 'create', 'edit', 'schedule', 'cancel', 'publish'] as const;
export type MeetingAction = (typeof meetingActions)[number];

export interface MeetingPlace {
  readonly spaceId: string;
  /** The network the space belongs to; the network itself for a network's own meeting. */
  readonly networkId: string;
  /** Its space alone when left out. */
  readonly audience?: MeetingAudience;
  /** False while its animators still prepare it. */
  readonly published?: boolean;
  /** Those who animate this meeting beside the animators of its network. */
  readonly animatorIds?: readonly string[];
}

export type MeetingReaderActor = Actor | Visitor;

const isVisitor = (actor: MeetingReaderActor): actor is Visitor => actor.personId === null;

const animatesPlace = (actor: Actor, place: MeetingPlace): boolean => holds(actor, place.networkId, 'animator') || holds(actor, place.spaceId, 'animator');

const standsInNetwork = (actor: Actor, place: MeetingPlace): boolean => actor.roles.some((held) => (held.networkIds ?? []).includes(place.networkId));

/** Named for this meeting, and still of its network: who left it animates nothing there. */
const animatesMeeting = (actor: Actor, place: MeetingPlace): boolean => (place.animatorIds ?? []).includes(actor.personId) && standsInNetwork(actor, place);

function reads(actor: Actor, place: MeetingPlace): boolean {
  if (rolesIn(actor, place.spaceId).length > 0 || holds(actor, place.networkId, 'programme_team', 'sponsor')) return true;
  return place.audience === 'network' && standsInNetwork(actor, place);
}

/** Its animators decide everything; others read what is published for them: its space, the network, or anybody. */
export function canMeeting(actor: MeetingReaderActor, action: MeetingAction, place: MeetingPlace): boolean {
  if (!isVisitor(actor) && (animatesPlace(actor, place) || (action !== 'create' && animatesMeeting(actor, place)))) return true;
  if (action !== 'read' || place.published === false) return false;
  return place.audience === 'public' || (!isVisitor(actor) && reads(actor, place));
}
