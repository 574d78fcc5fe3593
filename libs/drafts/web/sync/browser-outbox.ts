import { Injectable } from '@angular/core';
import { DraftOutbox } from './draft-outbox';

/** The one outbox of this tab. */
@Injectable({ providedIn: 'root' })
export class BrowserOutbox {
  readonly outbox = new DraftOutbox();
}
