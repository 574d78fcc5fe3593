import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';

/** Why a published resource should be read again. */
export const upkeepReasons = ['link-dead', 'link-moved', 'legal-changed', 'review-due', 'review-soon'] as const;
export type UpkeepReason = (typeof upkeepReasons)[number];

export const legalChange = z.object({ id: identifier, article: z.string(), changedOn: z.iso.date(), note: z.string(), link: z.string().nullable(), mayRemove: z.boolean() });
export type LegalChange = z.output<typeof legalChange>;

/** What is known against a resource as it stands today. */
export const resourceUpkeep = z.object({
  reasons: z.array(z.enum(upkeepReasons)),
  /** Where its link answers from now on. */
  movedTo: z.string().nullable(),
  /** The last time its link was tried. */
  linkCheckedAt: z.iso.datetime().nullable(),
  /** When the text of its page was copied last, once the link is dead and where its licence allows it. */
  copyTakenAt: z.iso.datetime().nullable(),
  /** Texts it cites that changed since it was last checked. */
  legal: z.array(legalChange.omit({ mayRemove: true })),
  reviewOn: z.iso.date().nullable(),
  mayConfirm: z.boolean(),
  mayEdit: z.boolean(),
});
export type ResourceUpkeep = z.output<typeof resourceUpkeep>;

/** What is known of a published resource, days as `2026-03-01`. */
export interface UpkeepFacts {
  readonly linkState: string | null;
  readonly legal: readonly unknown[];
  readonly reviewOn: string | null;
}

/** Its keepers are told this many days before its review date. */
export const reviewNoticeDays = 30;

/** Why it should be read again, what harms its readers first. */
export function upkeepReasonsOf({ linkState, legal, reviewOn }: UpkeepFacts, today: string, soon: string): UpkeepReason[] {
  const review = reviewOn === null || reviewOn > soon ? [] : [reviewOn <= today ? ('review-due' as const) : ('review-soon' as const)];
  return [
    ...(linkState === 'dead' ? ['link-dead' as const] : []),
    ...(legal.length > 0 ? ['legal-changed' as const] : []),
    ...(linkState === 'moved' ? ['link-moved' as const] : []),
    ...review,
  ];
}
