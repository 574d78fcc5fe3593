import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { Card } from '@cohorte/ui/web/card';
import { DateTimePipe } from '@cohorte/ui/web/date.pipe';
import { Table } from '@cohorte/ui/web/table';
import { TranslocoDirective } from '@jsverse/transloco';
import { RegistrationStore } from './registration.store';

/** The published log of a meeting’s places, as anyone may read it: numbers, rules and instants. */
@Component({
  selector: 'co-places-log',
  imports: [Card, DateTimePipe, Table, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t">
      <co-card [heading]="t('meetings.places.log.title')" [note]="t('meetings.places.log.note')">
        @if (log(); as shown) {
          @if (shown.seedFingerprint) {<p class="soft">{{ t('meetings.places.log.fingerprint') }} <code>{{ shown.seedFingerprint }}</code></p>}
          @if (shown.seed) {<p class="soft">{{ t('meetings.places.log.seed') }} <code>{{ shown.seed }}</code>. {{ t('meetings.places.log.howTo') }}</p>}
          @if (shown.lines.length > 0) {
            <details>
              <summary>{{ t('meetings.places.log.open', { count: shown.lines.length }) }}</summary>
              <div class="scroll">
              <table coTable>
                <thead><tr><th scope="col" class="number">{{ t('meetings.places.log.line') }}</th><th scope="col">{{ t('meetings.places.log.at') }}</th><th scope="col">{{ t('meetings.places.log.request') }}</th><th scope="col">{{ t('meetings.places.log.rule') }}</th></tr></thead>
                <tbody>
                  @for (line of shown.lines; track line.line) {
                    <tr>
                      <td class="number" [attr.data-label]="t('meetings.places.log.line')">{{ line.line }}</td>
                      <td [attr.data-label]="t('meetings.places.log.at')">{{ line.at | coDateTime }}</td>
                      <td [attr.data-label]="t('meetings.places.log.request')">{{ line.number === null ? '–' : t('meetings.registration.number', { number: line.number }) }}</td>
                      <td [attr.data-label]="t('meetings.places.log.rule')">
                        @if (line.rule === 'rule') {{{ t('meetings.places.log.ruleChanged', { places: line.detail }) }}}
                        @else if (line.rule === 'draw') {{{ t('meetings.places.log.drawn') }}}
                        @else if (line.rule === 'offer-unreached') {{{ t('meetings.places.log.unreached') }}}
                        @else {{{ t('meetings.registration.status.' + line.rule.split('.')[0]) }}@if (line.detail) { ({{ t('meetings.places.log.position', { position: line.detail }) }})} · {{ t('meetings.places.causes.' + line.rule.split('.')[1]) }}}
                      </td>
                    </tr>
                  }
                </tbody>
              </table>
              </div>
            </details>
          }
        }
      </co-card>
    </ng-container>
  `,
  styles: `
    .soft { color: var(--co-soft); margin-bottom: var(--co-space-3); }
    code { overflow-wrap: anywhere; }
    summary { min-height: 32px; cursor: pointer; }
    .scroll { overflow-x: auto; }
  `,
})
export class PlacesLog {
  readonly meetingId = input.required<string>();
  /** Read again when it changes. */
  readonly version = input(0);
  private readonly store = inject(RegistrationStore);
  private readonly found = resource({ params: () => ({ id: this.meetingId(), version: this.version() }), loader: ({ params }) => this.store.allocations(params.id) });
  protected readonly log = computed(() => (this.found.hasValue() ? this.found.value() : undefined));
}
