import { ranCoperTemplate } from './templates/ran-coper';
import type { TrackTemplate } from './track-template';

/** Every track a cohort can be made from; a new one is data added here. */
export const trackTemplates: readonly TrackTemplate[] = [ranCoperTemplate];

export const trackTemplate = (code: string): TrackTemplate | undefined => trackTemplates.find((template) => template.code === code);
