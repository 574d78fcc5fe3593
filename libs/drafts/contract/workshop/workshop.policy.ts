import type { DraftRight } from '../draft';
import { allows } from '../draft.policy';

/** `lead` is everything a facilitator does; `finish` is «Terminé» for one's own group; `join` is sitting down at a group. */
export type WorkshopAction = 'see' | 'start' | 'lead' | 'finish' | 'join';

/** What decides: the person's right on the draft, and their part in the workshop. */
export interface WorkshopPart {
  readonly right: DraftRight | null;
  readonly isFacilitator: boolean;
  readonly isInGroup: boolean;
}

/** Who manages the draft may always lead, so that a workshop whose facilitator has left is never stuck; the facilitator must still be able to write. */
const leads = ({ right, isFacilitator }: WorkshopPart): boolean => allows(right, 'facilitate') || (isFacilitator && allows(right, 'edit'));

const rules: Record<WorkshopAction, (part: WorkshopPart) => boolean> = {
  see: ({ right }) => allows(right, 'read'),
  start: ({ right }) => allows(right, 'facilitate'),
  lead: leads,
  finish: (part) => leads(part) || (part.isInGroup && allows(part.right, 'read')),
  join: ({ right }) => allows(right, 'read'),
};

export const mayInWorkshop = (part: WorkshopPart, action: WorkshopAction): boolean => rules[action](part);
