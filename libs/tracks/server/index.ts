export { CohortService } from './cohort.service';
export { SchemeService } from './scheme.service';
export type { NewScheme } from './scheme.service';
export { cohortOpened, stageChanged } from './tracks.events';
export { TracksModule } from './tracks.module';
