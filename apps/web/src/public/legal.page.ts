import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TextBlocks } from './text-blocks';

/** Who publishes, who hosts, under which licences. */
@Component({ selector: 'co-legal-page', changeDetection: ChangeDetectionStrategy.OnPush, imports: [TextBlocks], template: '<co-text-blocks page="legal" />' })
export class LegalPage {}
