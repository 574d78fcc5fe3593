export { FileArrival } from './files/file-arrival';
export { resourceDecided, resourceReviewNear, resourceSubmitted } from './library.events';
export { LibraryModule } from './library.module';
export { ResourceLetters } from './resource-letters';
export type { ResourceLetterFacts } from './resource-letters';
export { docxOf, odtOf, xlsxOf } from './reading/made-files';
export { ResourceService } from './resource.service';
export { ToolboxService } from './toolbox.service';
export { ReviewSweep } from './upkeep/review-sweep';
