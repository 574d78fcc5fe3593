export { CohortService } from './cohort.service';
export { PreparationReader } from './preparation.reader';
export type { ToPrepare } from './preparation.reader';
export { SchemeService } from './scheme.service';
export type { NewScheme } from './scheme.service';
export { cohortOpened, stageChanged } from './tracks.events';
export { TracksModule } from './tracks.module';
