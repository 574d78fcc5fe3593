import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TextBlocks } from './text-blocks';

/** What is kept about people, why, and what they can do. */
@Component({ selector: 'co-privacy-page', changeDetection: ChangeDetectionStrategy.OnPush, imports: [TextBlocks], template: '<co-text-blocks page="privacy" />' })
export class PrivacyPage {}
