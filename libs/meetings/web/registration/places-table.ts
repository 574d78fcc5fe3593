import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { PlaceRow, RegistrationQuestion } from '@cohorte/meetings/contract';
import { Button } from '@cohorte/ui/web/button';
import { Chip } from '@cohorte/ui/web/chip';
import { DateTimePipe } from '@cohorte/ui/web/date.pipe';
import { Hidden } from '@cohorte/ui/web/hidden';
import { Table } from '@cohorte/ui/web/table';
import { TranslocoDirective } from '@jsverse/transloco';

/** Who stands where, line by line. */
@Component({
  selector: 'co-places-table',
  imports: [Button, Chip, DateTimePipe, Hidden, Table, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t">
      <table coTable>
        <thead><tr>
          <th scope="col" class="number">{{ t('meetings.places.columns.number') }}</th>
          <th scope="col">{{ t('meetings.places.columns.who') }}</th>
          <th scope="col">{{ t('meetings.places.columns.status') }}</th>
          <th scope="col">{{ t('meetings.places.columns.askedAt') }}</th>
          <th scope="col">{{ t('meetings.places.columns.more') }}</th>
          <th scope="col"><span coHidden>{{ t('meetings.places.columns.acts') }}</span></th>
        </tr></thead>
        <tbody>
          @for (row of rows(); track row.registrationId) {
            <tr>
              <td class="number" [attr.data-label]="t('meetings.places.columns.number')">{{ row.number }}</td>
              <td class="who"><strong>{{ row.name }}</strong><br /><span class="soft">{{ row.structureName ?? t('meetings.places.noStructure') }} · {{ row.email }}</span></td>
              <td [attr.data-label]="t('meetings.places.columns.status')">
                <co-chip [tone]="row.status === 'registered' ? 'green' : row.status === 'waiting' || row.status === 'pending' ? 'amber' : row.status === 'offered' ? 'brick' : 'plain'">{{ t('meetings.registration.status.' + row.status) }}@if (row.position) { {{ row.position }}}</co-chip>
                @if (row.isUnmatched) {<br /><span class="soft">{{ t('meetings.places.unmatched') }}</span>}
                @if (row.offerUntil) {<br /><span class="soft">{{ t('meetings.places.offeredUntil') }} {{ row.offerUntil | coDateTime }}</span>}
              </td>
              <td [attr.data-label]="t('meetings.places.columns.askedAt')">{{ row.askedAt | coDateTime }}@if (row.registeredBy) {<br /><span class="soft">{{ t('meetings.places.by', { name: row.registeredBy }) }}</span>}</td>
              <td [class.bare]="isBare(row)" [attr.data-label]="t('meetings.places.columns.more')">
                @if (row.way) {<div>{{ t('meetings.registration.ways.' + row.way) }}</div>}
                @for (need of row.needs; track need) {<div>{{ t('meetings.registration.needs.' + need) }}</div>}
                @if (row.needsNote) {<div>{{ row.needsNote }}</div>}
                @for (question of questions(); track question.id) {@if (row.answers[question.id]; as given) {<div><span class="soft">{{ question.label }}</span> {{ said(given) }}</div>}}
                @if (isBare(row)) {<span class="soft">–</span>}
              </td>
              <td>@if (row.status !== 'cancelled' && row.status !== 'refused') {<button coButton type="button" size="small" variant="quiet" [loading]="busy() === row.registrationId" (click)="withdrawn.emit(row)">{{ t('meetings.places.withdraw') }}<span coHidden> {{ row.name }}</span></button>}</td>
            </tr>
          }
        </tbody>
      </table>
    </ng-container>
  `,
  styles: `
    :host { display: block; overflow-x: auto; }
    .soft { color: var(--co-soft); overflow-wrap: anywhere; }
    @media (max-width: 480px) {
      td.number, td.bare { display: none; }
      td.who { display: block; text-align: left; padding-bottom: var(--co-space-1); }
    }
  `,
})
export class PlacesTable {
  readonly rows = input.required<readonly PlaceRow[]>();
  readonly questions = input.required<readonly RegistrationQuestion[]>();
  readonly busy = input('');
  readonly withdrawn = output<PlaceRow>();

  protected said(given: string | readonly string[]): string {
    return [given].flat().join(', ');
  }

  /** Nothing was asked of this person, or nothing answered. */
  protected isBare({ way, needs, needsNote, answers }: PlaceRow): boolean {
    return !way && needs.length === 0 && !needsNote && !this.questions().some(({ id }) => answers[id]);
  }
}
