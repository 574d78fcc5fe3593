import type { Provider } from '@angular/core';
import { AFTER_POSTPONING } from '@cohorte/meetings/web';

/** The page of a postponed meeting offers its last poll again, loaded there only. */
export const provideReplacementPolls = (): Provider => ({ provide: AFTER_POSTPONING, useValue: () => import('./polls/replacement-poll').then((module) => module.ReplacementPoll) });
