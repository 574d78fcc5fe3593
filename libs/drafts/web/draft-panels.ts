import type { Type } from '@angular/core';
import type { IconName } from '@cohorte/ui/web/icons';
import type { DraftAction } from '../contract/draft.policy';

/** What can stand beside the text: one at a time, in a column of its own, full screen on a phone. */
export interface DraftPanel {
  /** Its word in the address (`?panneau=…`) and in the catalogue (`drafts.panels.…`). */
  readonly code: string;
  readonly icon: IconName;
  /** Only those who may do this see it. */
  readonly needs: DraftAction;
  readonly load: () => Promise<Type<unknown>>;
}

/** In the order of the buttons. */
export const draftPanels: readonly DraftPanel[] = [
  { code: 'commentaires', icon: 'message-square', needs: 'comment', load: () => import('./comments/comments.panel').then((module) => module.CommentsPanel) },
  { code: 'propositions', icon: 'file-pen', needs: 'read', load: () => import('./suggestions/suggestions.panel').then(({ SuggestionsPanel }) => SuggestionsPanel) },
  { code: 'versions', icon: 'history', needs: 'history', load: () => import('./versions/version-panel').then((file) => file.VersionPanel) },
  { code: 'atelier', icon: 'presentation', needs: 'read', load: () => import('./workshop/workshop.panel').then((module) => module.WorkshopPanel) },
];
