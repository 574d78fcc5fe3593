export {
  calloutKinds, contentField, documentLimits, imageAddress, isAllowedAttribute, isAllowedImage, isAllowedLink, isAllowedMark, isCalloutKind, isHeadingLink, isMarkName, isNodeName,
  markNameOf, markRules, nodeRules,
} from './document-schema';
export type { CalloutKind, MarkName, NodeName } from './document-schema';
export { atLeast, draftGrant, draftKindCode, draftPerson, draftRight, draftRights, draftSeq, draftSummary, draftTitle, grantableRight, outlineHeading } from './draft';
export type { Draft, DraftGrant, DraftPerson, DraftRight, GrantableRight, OutlineHeading } from './draft';
export {
  changeKinds, draftContribution, draftVersion, lineAuthor, sessionLimits, versionComparison, versionKind, versionMoment, versionName, versionText,
} from './draft-version';
export type { ChangeKind, DraftContribution, DraftVersion, LineAuthor, VersionComparison, VersionKind, VersionMoment, VersionText } from './draft-version';
export {
  compareVersions, listContributions, listVersions, nameVersion, readAuthorship, readVersion, restoreVersion, unnameVersion,
} from './draft-versions.contract';
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
} from './suggestion';
export type { BlockProposal, BlockTarget, InsertionRole, ProposableMark, SuggestionMarkName, SuggestionStamp } from './suggestion';
export { acceptedView } from './suggestion-accepted';
export { groupSuggestions } from './suggestion-groups';
export type { SuggestionGroup, SuggestionKind, SuggestionPiece } from './suggestion-groups';
export { differsOnlyInProposalsOf, proposedBy, rejectedView } from './suggestion-views';
export { refusalReasons } from './update-bytes';
export type { RefusalReason } from './update-bytes';
export { readUpdate } from './update-gate';
export type { DeleteRange, GateAnswer, ItemId, ItemPlace, ReadUpdate, StructRange } from './read-update';
export { firstMissing } from './update-gap';
export {
  groupOf, progressOf, sharedOut, shownCursors, signalKinds, timeLeft, timerAfter, workshop, workshopGroup, workshopLimits, workshopSignal, workshopState,
} from './workshop';
export type { SectionLock, ShownCursors, SignalKind, TimerAct, Workshop, WorkshopGroup, WorkshopSignal, WorkshopState, WorkshopTimer } from './workshop';
export {
  addWorkshopGroup, callWorkshop, changeWorkshopGroup, endWorkshop, finishWorkshopGroup, handOverWorkshop, listWorkshopSignals, lockSection, removeWorkshopGroup, seatInWorkshop,
  setWorkshop, shareOutWorkshop, startWorkshop, timeWorkshop, unlockSection,
} from './workshop.contract';
export { mayInWorkshop } from './workshop.policy';
export type { WorkshopAction, WorkshopPart } from './workshop.policy';
export { bodyAsText, bodyParts, commentBody, commentLimits, draftComment, draftThread, mentionsIn, mentionToken, threadAnchor, threadStatus } from './comment';
export type { BodyPart, CommentPerson, DraftComment, DraftThread, ThreadAnchor, ThreadStatus } from './comment';
export { mayComment } from './comment.policy';
export type { CommentAction, Commenting } from './comment.policy';
export {
  changeCommentNotices, deleteComment, editComment, listMentionable, listThreads, readCommentNotices, readThread, reopenThread, replyToThread, resolveThread, restoreComment, startThread,
} from './comments.contract';
export { isAllowedRegister, planField, planLimits, planOrigin, readPlan } from './plan';
export type { PlanEntry, PlanFieldRule, PlanRules, PlanValue } from './plan';
export { PlanEdits, planOf, readPlanOf, UnfitPlan } from './plan-edits';
export type { NewPlanEntry, PlanSpot } from './plan-edits';
