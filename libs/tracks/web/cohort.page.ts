import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Being written. */
@Component({ selector: 'co-cohort-page', changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
export class CohortPage {}
