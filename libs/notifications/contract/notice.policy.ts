import type { Actor } from '@cohorte/networks/contract';

export const noticeActions = ['read', 'mark'] as const;
export type NoticeAction = (typeof noticeActions)[number];

/** Notices are for one person: nobody else reads them, whoever they animate. */
export function canNotice(actor: Pick<Actor, 'personId'>, action: NoticeAction, of: { readonly personId: string | null; readonly shown: boolean }): boolean {
  return noticeActions.includes(action) && of.shown && of.personId === actor.personId;
}
