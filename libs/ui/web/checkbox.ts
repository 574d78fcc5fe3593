import { booleanAttribute, ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { Icon } from './icon';

let count = 0;

/** One yes-or-no choice; write its words in `label`, or between the tags when they hold a link. */
@Component({
  selector: 'co-checkbox',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label>
      <input type="checkbox" [id]="id" [checked]="checked()" [indeterminate]="mixed()" [disabled]="disabled()" [attr.name]="name() || null"
        [attr.aria-invalid]="error() ? 'true' : null" [attr.aria-describedby]="error() ? id + '-error' : null" (change)="checked.set($any($event.target).checked)" />
      <span class="text">{{ label() }}<ng-content />@if (help(); as said) {<span class="help">{{ said }}</span>}</span>
    </label>
    @if (error(); as said) {<p class="error" [id]="id + '-error'"><co-icon name="circle-alert" size="small" />{{ said }}</p>}
  `,
  styleUrl: './check.css',
  host: { '[class.off]': 'disabled()' },
})
export class Checkbox {
  readonly checked = model(false);
  readonly mixed = input(false, { transform: booleanAttribute });
  readonly label = input('');
  readonly help = input('');
  readonly error = input<string | null | undefined>('');
  readonly name = input('');
  readonly disabled = input(false, { transform: booleanAttribute });
  protected readonly id = `co-checkbox-${++count}`;
}
