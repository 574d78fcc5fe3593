import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { AgendaGroup } from '@cohorte/meetings/contract';
import { Button } from '@cohorte/ui/web/button';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';
import { newGroup } from './meeting-form';

/** Groups side by side: each its question, its room, its places. */
@Component({
  selector: 'co-agenda-groups-editor',
  imports: [Button, Field, Icon, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.agenda'">
      @for (group of groups(); track group.id; let at = $index) {
        <fieldset>
          <legend>{{ t('group', { number: at + 1 }) }}</legend>
          <co-field class="wide" [label]="t('groupTitle')" [fieldId]="id(at, 'title')"><input coInput maxlength="240" [value]="group.title" (input)="write(at, { title: $any($event.target).value })" /></co-field>
          <co-field [label]="t('groupPlace')" optionalWord [fieldId]="id(at, 'place')"><input coInput maxlength="160" [value]="group.place" (input)="write(at, { place: $any($event.target).value })" /></co-field>
          <co-field [label]="t('groupSeats')" optionalWord [fieldId]="id(at, 'seats')"><input coInput type="number" min="1" max="5000" [value]="group.seats ?? ''" (input)="write(at, { seats: $any($event.target).value === '' ? null : $any($event.target).valueAsNumber })" /></co-field>
          <button coButton size="small" variant="quiet" type="button" [attr.aria-label]="t('removeGroup', { number: at + 1 })" (click)="groups.set(without(at))"><co-icon name="trash-2" /></button>
        </fieldset>
      }
      @if (groups().length < 12) {<button coButton size="small" variant="quiet" type="button" (click)="groups.set([...groups(), fresh()])"><co-icon name="plus" />{{ t('addGroup') }}</button>}
    </ng-container>
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-2); justify-items: start; }
    fieldset { width: 100%; display: flex; flex-wrap: wrap; align-items: end; gap: var(--co-space-2) var(--co-space-3); margin: 0; padding: var(--co-space-3); border: 1px dashed var(--co-hairline); border-radius: var(--co-radius); }
    legend { font-weight: 650; padding: 0 4px; }
    co-field { flex: 1 1 9rem; }
    .wide { flex: 2 1 16rem; }
  `,
})
export class AgendaGroupsEditor {
  readonly groups = model.required<readonly AgendaGroup[]>();
  /** The part's place in the agenda, for ids of the page. */
  readonly place = input.required<number>();
  protected readonly fresh = newGroup;

  protected id(at: number, field: string): string {
    return `co-part-${this.place()}-group-${at}-${field}`;
  }

  protected write(at: number, change: Partial<AgendaGroup>): void {
    this.groups.set(this.groups().map((group, place) => (place === at ? { ...group, ...change } : group)));
  }

  protected without(at: number): AgendaGroup[] {
    return this.groups().filter((_, place) => place !== at);
  }
}
