import { Directive } from '@angular/core';

/** Words for screen readers only. */
@Directive({ selector: '[coHidden]', host: { class: 'co-hidden' } })
export class Hidden {}
