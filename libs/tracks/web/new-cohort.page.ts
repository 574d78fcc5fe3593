import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Being written. */
@Component({ selector: 'co-new-cohort-page', changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
export class NewCohortPage {}
