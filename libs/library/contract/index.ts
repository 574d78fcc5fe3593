export { addComment, canComment, canReadComments, canRemoveComment, listComments, removeComment } from './comment';
export type { ResourceComment } from './comment';
export { cardsPerPage, facets, facetTerms, resourceOrders } from './facets';
export type { ChosenFacets, Facet, FacetCount, ResourceOrder } from './facets';
export {
  depositResource, editResource, importResources, listResources, openDesk, openResource, publishResource, removeResource, restoreResource, retireResource, sendBackResource, submitResource,
} from './library.contract';
export type { DepositPlaceCard } from './library.contract';
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
