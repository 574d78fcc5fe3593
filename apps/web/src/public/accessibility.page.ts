import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TextBlocks } from './text-blocks';

/** How accessible Cohorte is, said truthfully. */
@Component({ selector: 'co-accessibility-page', changeDetection: ChangeDetectionStrategy.OnPush, imports: [TextBlocks], template: '<co-text-blocks page="accessibility" />' })
export class AccessibilityPage {}
