export { DraftKinds } from './draft-kinds';
export { DraftService } from './draft.service';
export type { NewDraft } from './draft.service';
export { draftShared } from './drafts.events';
export { DraftsModule } from './drafts.module';
