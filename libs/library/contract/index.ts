export { addComment, canComment, canReadComments, canRemoveComment, listComments, removeComment } from './comment';
export type { ResourceComment } from './comment';
export { cardsPerPage, facets, facetTerms, resourceOrders } from './facets';
export type { ChosenFacets, Facet, FacetCount, ResourceOrder } from './facets';
export {
  depositResource, editResource, importResources, listResources, openDesk, openResource, publishResource, removeResource, restoreResource, retireResource, sendBackResource, submitResource,
} from './library.contract';
export type { DepositPlaceCard } from './library.contract';
export { decideDuplicate, depositedStates, depositFields, duplicateChoices, fileLimits, findKnownFiles, listDeposits, listPages, openDeposit, readDeposit, submitDeposit, uploadPath } from './file.contract';
export type { DepositedFile, DepositFields, Duplicate } from './file.contract';
export { fileProblems, fileRemarks, fileRoles, fileStates } from './file';
export type { FilePage, FileProblem, FileRemark, FileRole, FileState, ResourceFile } from './file';
export { harmlessName, titleOfName } from './file-name';
export { fileTypes, formOfType, typeOfName } from './file-types';
export type { FileFamily, FileTypeKey } from './file-types';
export { areNearTitles } from './near-title';
export { accessLevels, resourceFields, resourceStates } from './resource';
export type { AccessLevel, ClauseFields, ResourceCard, ResourceFields, ResourcePage, ResourceState, ResourceVersion } from './resource';
export { asReader, canDeposit, canResource, validates } from './resource.policy';
export type { Reader, ResourceAction, ResourceStanding } from './resource.policy';
export { clauseToPaste, isDueForReview, whyNotPublish } from './resource.rules';
export { audienceTerms, formsByKind, kindOfForm, kindTerms, licenceTerms, phaseTerms, resourceKinds, sectorTerms, segmentTerms, stageTerms, termLabel, territoryTerms, themeTerms } from './taxonomies';
export type { ResourceKind, Term } from './taxonomies';
export { editToolbox, keepSnapshot, listToolboxes, makeToolbox, nominateResource, openToolbox, publishToolbox, selectResources, stateUse, withdrawNomination, withdrawToolbox } from './toolbox.contract';
export { toolboxAccess } from './toolbox';
export type { Candidate, ToolboxAccess, ToolboxCard, ToolboxFields, ToolboxItem, ToolboxPage, ToolboxState } from './toolbox';
export { canMakeToolbox, canToolbox, speaksFor } from './toolbox.policy';
export { byUse, moved, useFacts } from './use-facts';
export type { UseFact } from './use-facts';
