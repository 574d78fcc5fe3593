export {
  calloutKinds, contentField, documentLimits, imageAddress, isAllowedAttribute, isAllowedImage, isAllowedLink, isAllowedMark, isCalloutKind, isHeadingLink, isMarkName, isNodeName,
  markNameOf, markRules, nodeRules,
} from './document-schema';
export type { CalloutKind, MarkName, NodeName } from './document-schema';
export { wordCount } from './word-count';
export { atLeast, draftGrant, draftKindCode, draftPerson, draftRight, draftRights, draftSeq, draftSummary, draftTitle, grantableRight, outlineHeading } from './draft';
export type { Draft, DraftGrant, DraftPerson, DraftRight, GrantableRight, OutlineHeading } from './draft';
export {
  changeKinds, draftContribution, draftVersion, lineAuthor, sessionLimits, versionComparison, versionKind, versionMoment, versionName, versionText,
} from './versions/draft-version';
export type { ChangeKind, DraftContribution, DraftVersion, LineAuthor, VersionComparison, VersionKind, VersionMoment, VersionText } from './versions/draft-version';
export {
  compareVersions, listContributions, listVersions, nameVersion, readAuthorship, readVersion, restoreVersion, unnameVersion,
} from './versions/draft-versions.contract';
export { allows, can, rightOn } from './draft.policy';
export type { DraftAccess, DraftAction, DraftActor } from './draft.policy';
export { anyKind, guidanceOf, rulesOfKind, seedBlocks } from './outline-template';
export type { DocumentMark, DocumentNode, DraftKind, KindRules, OutlineBlock, OutlineSection, OutlineTemplate, PlanSeed } from './outline-template';
export {
  closeReason, draftRefusals, draftsChannel, draftsProtocol, exportAddress, exportFormats, grantDraft, imageMaxBytes, imageUploadAddress, listDraftPeople, listDrafts, listGrants,
  openDraft, presenceCursor, presenceSeat, pushOutcome, renameDraft, revokeGrant, seatCursor, sheetPlace, uploadedImage,
} from './drafts.contract';
export type { CloseReason, DraftRefusal, ExportFormat, PresenceCursor, PresenceSeat, PushOutcome, SeatCursor, SheetPlace, UploadedImage } from './drafts.contract';
export {
  blockTargets, insertionRoles, isSuggestionMark, newSuggestionId, proposableMarks, readBlockProposal, roleCharacters, stampOf, suggestionKey, suggestionMarkNames, writeBlockProposal,
} from './suggestions/suggestion';
export type { BlockProposal, BlockTarget, InsertionRole, ProposableMark, SuggestionMarkName, SuggestionStamp } from './suggestions/suggestion';
export { acceptedView } from './suggestions/suggestion-accepted';
export { groupSuggestions } from './suggestions/suggestion-groups';
export type { SuggestionGroup, SuggestionKind, SuggestionPiece } from './suggestions/suggestion-groups';
export { differsOnlyInProposalsOf, isInserted, proposedBy, rejectedView } from './suggestions/suggestion-views';
export { refusalReasons } from './update/update-bytes';
export type { RefusalReason } from './update/update-bytes';
export { readUpdate } from './update/update-gate';
export type { DeleteRange, GateAnswer, ItemId, ItemPlace, ReadUpdate, StructRange } from './update/read-update';
export { firstMissing } from './update/update-gap';
export {
  groupOf, progressOf, sharedOut, shownCursors, signalKinds, timeLeft, timerAfter, workshop, workshopGroup, workshopLimits, workshopSignal, workshopState,
} from './workshop/workshop';
export type { SectionLock, ShownCursors, SignalKind, TimerAct, Workshop, WorkshopGroup, WorkshopSignal, WorkshopState, WorkshopTimer } from './workshop/workshop';
export {
  addWorkshopGroup, callWorkshop, changeWorkshopGroup, endWorkshop, finishWorkshopGroup, handOverWorkshop, listWorkshopSignals, lockSection, removeWorkshopGroup, seatInWorkshop,
  setWorkshop, shareOutWorkshop, startWorkshop, timeWorkshop, unlockSection,
} from './workshop/workshop.contract';
export { mayInWorkshop } from './workshop/workshop.policy';
export type { WorkshopAction, WorkshopPart } from './workshop/workshop.policy';
export { bodyAsText, bodyParts, commentBody, commentLimits, draftComment, draftThread, isUnread, lastWordAt, mentionsIn, mentionToken, threadAnchor, threadStatus } from './comments/comment';
export type { BodyPart, CommentPerson, DraftComment, DraftThread, ThreadAnchor, ThreadStatus } from './comments/comment';
export { mayComment } from './comments/comment.policy';
export type { CommentAction, Commenting } from './comments/comment.policy';
export {
  changeCommentNotices, deleteComment, editComment, listMentionable, listThreads, readCommentNotices, readThread, readThreads, reopenThread, replyToThread, resolveThread, restoreComment, startThread,
} from './comments/comments.contract';
export { isAllowedRegister, planField, planLimits, planOrigin, readPlan } from './plan/plan';
export type { PlanEntry, PlanFieldRule, PlanRules, PlanValue } from './plan/plan';
export { PlanEdits, planOf, readPlanOf, UnfitPlan } from './plan/plan-edits';
export type { NewPlanEntry, PlanSpot } from './plan/plan-edits';
