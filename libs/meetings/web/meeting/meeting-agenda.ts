import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AgendaPart, MeetingPage } from '../../contract';
import { dayIn, timeIn } from './meeting-when';
import { MeetingLengthPipe } from './meeting-words';

interface Line {
  readonly part: AgendaPart;
  readonly from: string;
  readonly to: string;
  readonly iso: string | null;
  readonly speakers: string;
  readonly groups: readonly { readonly id: string; readonly title: string; readonly place: string; readonly seats: number | null; readonly note: string; readonly speakers: string }[];
}

/** The agenda with the clock of the meeting's zone: parts, and groups side by side with their own rooms. */
@Component({
  selector: 'co-meeting-agenda',
  imports: [MeetingLengthPipe, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.page'">
      @for (day of days(); track day.sitting) {
        @if (day.name) {<h3>{{ day.name }}</h3>}
        <ol role="list">
          @for (line of day.lines; track line.part.id) {
            <li [class.break]="line.part.kind === 'break'">
              <p class="time">@if (line.iso) {<time [attr.datetime]="line.iso">{{ line.from }}</time><span class="to"><span class="co-hidden"> {{ t('until') }} </span><span aria-hidden="true"> – </span>{{ line.to }}</span>} @else {{{ line.part.minutes | coMeetingLength }}}</p>
              <div class="what">
                <p class="title">@if (line.part.kind !== 'part' && line.part.kind !== 'break' && !line.part.title.startsWith(t('parts.' + line.part.kind))) {<span class="kind">{{ t('parts.' + line.part.kind) }}</span>}{{ line.part.title || t('parts.' + line.part.kind) }}</p>
                @if (line.part.note) {<p class="note">{{ line.part.note }}</p>}
                @if (line.speakers) {<p class="soft">{{ t('with', { names: line.speakers }) }}</p>}
                @if (line.groups.length) {
                  <ul role="list" class="groups">
                    @for (group of line.groups; track group.id; let number = $index) {
                      <li>
                        <p class="group"><span class="soft">{{ t('group', { number: number + 1 }) }}</span> {{ group.title }}</p>
                        @if (group.note) {<p class="note">{{ group.note }}</p>}
                        @if (group.place || group.seats || group.speakers) {
                          <p class="soft">{{ [group.place, group.seats ? t('seats', { count: group.seats }) : '', group.speakers].filter(isSaid).join(' · ') }}</p>
                        }
                      </li>
                    }
                  </ul>
                }
              </div>
            </li>
          }
        </ol>
      }
    </ng-container>
  `,
  styles: `
    ol, ul { list-style: none; margin: 0; padding: 0; }
    h3 { font-size: var(--co-text-m); margin: var(--co-space-4) 0 var(--co-space-1); }
    h3::first-letter { text-transform: uppercase; }
    ol > li { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: var(--co-space-1) var(--co-space-4); padding: var(--co-space-3) 0; border-top: 1px solid var(--co-hairline); }
    ol > li:first-child { border-top: 0; }
    .time { font-weight: 650; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .to { font-weight: 400; color: var(--co-soft); }
    .title { font-weight: 650; text-wrap: pretty; }
    .kind { display: block; font-size: var(--co-text-xs); font-weight: 400; color: var(--co-soft); }
    .note { white-space: pre-line; max-width: 68ch; }
    .soft { color: var(--co-soft); }
    .break { color: var(--co-soft); }
    .break .title, .break .time { font-weight: 400; }
    .groups { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: var(--co-space-2); margin-top: var(--co-space-2); }
    .groups li { padding: var(--co-space-3); border: 1px solid var(--co-hairline); border-radius: var(--co-radius); }
    .group { font-weight: 600; text-wrap: pretty; }
    .group .soft { display: block; font-size: var(--co-text-xs); font-weight: 400; }
    @media (max-width: 600px) { ol > li { grid-template-columns: minmax(0, 1fr); } }
    @media print { li { break-inside: avoid; } }
  `,
})
export class MeetingAgenda {
  readonly meeting = input.required<Pick<MeetingPage, 'agenda' | 'laterSittings' | 'sittings' | 'speakers' | 'times' | 'zone'>>();
  private readonly ui = inject(UiWords);
  protected readonly isSaid = (words: string): boolean => words !== '';
  protected readonly days = computed(() => {
    const { agenda, sittings, laterSittings, zone } = this.meeting();
    const count = Math.max(sittings.length, laterSittings.length + 1);
    const lines = agenda.map((part, at) => this.line(part, at));
    return Array.from({ length: count }, (_, sitting) => {
      const startsAt = sittings[sitting]?.startsAt;
      const name = count > 1 && startsAt ? dayIn(startsAt, zone, this.ui.language()) : '';
      return { sitting, name, lines: lines.filter((line) => line.part.sitting === sitting) };
    }).filter((day) => day.lines.length > 0);
  });

  private line(part: AgendaPart, at: number): Line {
    const { times, zone, speakers } = this.meeting();
    const language = this.ui.language();
    const clock = (iso: string | null | undefined): string => (iso ? timeIn(iso, zone, language) : '');
    const names = (ids: readonly string[]): string => speakers.filter((speaker) => ids.includes(speaker.id)).map((speaker) => speaker.name).join(', ');
    const groups = part.groups.map((group) => ({ ...group, speakers: names(group.speakerIds) }));
    return { part, groups, from: clock(times[at]?.startsAt), to: clock(times[at]?.endsAt), iso: times[at]?.startsAt ?? null, speakers: names(part.speakerIds) };
  }
}
