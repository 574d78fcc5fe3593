import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { parisDay } from '@cohorte/platform/contract';
import type { HomeworkItem } from '@cohorte/tracks/contract';
import { Card } from '@cohorte/ui/web/card';
import { dayWords, relativeWords } from '@cohorte/ui/web/date-words';
import { Icon } from '@cohorte/ui/web/icon';
import type { IconName } from '@cohorte/ui/web/icons';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { isLate } from './cohort-view';

interface ShownItem {
  readonly item: HomeworkItem;
  readonly done: boolean;
  readonly late: boolean;
  readonly icon: IconName;
  readonly note: string;
}

/** What to prepare before the next meeting; people of a structure tick it off for all of theirs. */
@Component({
  selector: 'co-homework-card',
  imports: [Card, Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-card *transloco="let t; prefix: 'tracks.homework'" [heading]="t('title')" [note]="note(t)">
      <ul role="list">
        @for (shown of items(); track shown.item.id) {
          <li>
            @if (structureName()) {
              <button type="button" role="checkbox" [attr.aria-checked]="shown.done" [class.done]="shown.done" [class.late]="shown.late" [attr.aria-label]="t(shown.done ? 'uncheck' : 'check', shown.item)" (click)="marked.emit({ item: shown.item, done: !shown.done })">
                <co-icon [name]="shown.icon" />
              </button>
            } @else {<co-icon class="dot" name="circle" />}
            <div>
              <p class="title">{{ shown.item.title }}</p>
              @if (shown.note; as said) {<p class="note" [class.late]="shown.late">{{ said }}</p>}
              @if (shown.item.text; as text) {<details><summary>{{ t('explain') }}<span class="co-hidden"> : {{ shown.item.title }}</span></summary><p>{{ text }}</p></details>}
            </div>
          </li>
        } @empty {<li class="none">{{ t('none') }}</li>}
      </ul>
      @if (items().length && allDone()) {<p class="all"><co-icon name="circle-check" />{{ t('allDone') }}</p>}
    </co-card>
  `,
  styles: `
    li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--co-space-2); padding: var(--co-space-3) 0; border-top: 1px solid var(--co-hairline); }
    li:last-child { padding-bottom: 0; }
    .none { display: block; color: var(--co-soft); }
    button { display: grid; place-items: center; width: 32px; height: 32px; margin: -4px 0 0 -6px; padding: 0; border: 0; border-radius: 50%; background: none; color: var(--co-soft); }
    button:hover { background: var(--co-sunk); color: var(--co-ink); }
    button:focus-visible { border-radius: 50%; outline-offset: -2px; }
    button.done { color: var(--co-green); }
    button.late, .note.late { color: var(--co-brick); }
    .dot { margin: 2px 4px 0 0; color: var(--co-soft); }
    .note { font-size: var(--co-text-xs); color: var(--co-soft); margin-top: 2px; }
    details { font-size: var(--co-text-xs); color: var(--co-soft); margin-top: var(--co-space-1); }
    summary { cursor: pointer; width: fit-content; min-height: 24px; text-decoration: underline; text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
    details p { margin-top: 2px; text-wrap: pretty; }
    .all { display: flex; gap: var(--co-space-2); align-items: center; margin-top: var(--co-space-4); padding-top: var(--co-space-3); border-top: 1px solid var(--co-hairline); color: var(--co-green); font-weight: 650; }
    @media (max-width: 600px) { button { width: 44px; height: 44px; margin: -10px 0 0 -12px; } }
    @media print { details::details-content { content-visibility: visible; } }
  `,
})
export class HomeworkCard {
  readonly homework = input.required<readonly HomeworkItem[]>();
  readonly number = input<number | null>(null);
  /** The reader's structure, whose marks these are; nothing for those who belong to none. */
  readonly structureName = input('');
  readonly marked = output<{ item: HomeworkItem; done: boolean }>();
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly items = computed(() => this.homework().map((item) => this.show(item)));
  protected readonly allDone = computed(() => this.structureName() !== '' && this.items().every((shown) => shown.done));

  protected note(t: (key: string, values?: Record<string, unknown>) => string): string {
    const before = this.number() ? t('before', { number: this.number() }) : '';
    const whose = this.structureName() ? t('forStructure', { name: this.structureName() }) : '';
    return [before, whose].filter(Boolean).join(', ');
  }

  private show(item: HomeworkItem): ShownItem {
    const done = item.doneAt !== null;
    const late = isLate(item, parisDay(new Date().toISOString()));
    return { item, done, late, icon: done ? 'circle-check' : late ? 'circle-alert' : 'circle', note: this.sentence(item, late) };
  }

  private sentence({ doneAt, doneBy, dueOn }: HomeworkItem, late: boolean): string {
    const language = this.ui.language();
    const say = (key: string, values: Record<string, string>): string => this.transloco.translate(`tracks.homework.${key}`, values);
    if (doneAt) {
      const when = relativeWords(doneAt, language, Date.now());
      return doneBy ? say('done', { name: doneBy, when }) : say('doneAnonymous', { when });
    }
    return dueOn ? say(late ? 'late' : 'due', { when: dayWords(`${dueOn}T12:00:00Z`, language, 'weekday') }) : '';
  }
}
