import { ChangeDetectionStrategy, Component, HostAttributeToken, inject } from '@angular/core';
import { Field } from './field';

/** Our look on a native input, textarea or select; inside a `co-field` it takes the field's id, help and error. */
@Component({
  selector: 'input[coInput], textarea[coInput], select[coInput]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ng-content />`,
  styleUrl: './text-input.css',
  host: {
    '[attr.id]': 'field ? field.id() : ownId',
    '[attr.aria-describedby]': 'field?.describedBy() ?? null',
    '[attr.aria-invalid]': "field?.error() ? 'true' : null",
    '[attr.aria-required]': "field?.required() ? 'true' : null",
  },
})
export class TextInput {
  protected readonly field = inject(Field, { optional: true });
  protected readonly ownId = inject(new HostAttributeToken('id'), { optional: true });
}
