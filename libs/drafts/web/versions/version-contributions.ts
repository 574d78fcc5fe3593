import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { ErrorWordsPipe } from '@cohorte/platform/web';
import { Avatar } from '@cohorte/ui/web/avatar';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { dayWords } from '@cohorte/ui/web/date-words';
import { Empty } from '@cohorte/ui/web/empty';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Table } from '@cohorte/ui/web/table';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DraftContribution } from '../../contract/versions/draft-version';
import { VersionWords } from './version-words';
import { VersionStore } from './version.store';

/** What each person wrote, in a table. */
@Component({
  selector: 'co-version-contributions',
  imports: [Avatar, Banner, Button, Empty, ErrorWordsPipe, Skeleton, Table, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (given.error(); as problem) {
      <co-banner tone="needs-you" live [heading]="'drafts.versions.given.failed' | transloco">
        {{ problem | coErrorWords }}
        <button coAction coButton type="button" (click)="given.reload()">{{ 'drafts.versions.retry' | transloco }}</button>
      </co-banner>
    } @else if (given.value(); as people) {
      @if (people.length === 0) {<co-empty [heading]="'drafts.versions.given.none' | transloco" />}
      @else {
        <table coTable>
          <caption class="co-hidden">{{ 'drafts.versions.given.caption' | transloco }}</caption>
          <thead><tr>
            <th scope="col">{{ 'drafts.versions.given.person' | transloco }}</th>
            <th scope="col" class="number">{{ 'drafts.versions.given.standing' | transloco }}</th>
            <th scope="col" class="number">{{ 'drafts.versions.given.removed' | transloco }}</th>
          </tr></thead>
          <tbody>
            @for (person of people; track person.personId) {
              <tr>
                <th scope="row"><span class="who"><co-avatar size="small" decorative [name]="nameOf(person)" /><span>{{ nameOf(person) }}<span class="since">{{ since(person) }}</span></span></span></th>
                <td class="number" [attr.data-label]="'drafts.versions.given.standing' | transloco">{{ number(person.wordsStanding) }}</td>
                <td class="number" [attr.data-label]="'drafts.versions.given.removed' | transloco">{{ number(person.wordsRemoved) }}</td>
              </tr>
            }
          </tbody>
        </table>
        <p class="note">{{ 'drafts.versions.given.note' | transloco }}</p>
      }
    } @else {
      <co-skeleton shape="row" [lines]="4" />
    }
  `,
  styles: `
    table { font-size: var(--co-text-s); }
    :is(td, thead th).number { width: 5rem; padding-inline: var(--co-space-2); }
    .who { display: flex; gap: var(--co-space-2); align-items: flex-start; font-weight: 650; }
    .since { display: block; color: var(--co-soft); font-size: var(--co-text-xs); font-weight: 400; }
    .note { margin-top: var(--co-space-3); color: var(--co-soft); font-size: var(--co-text-xs); }
  `,
})
export class VersionContributions {
  private readonly store = inject(VersionStore);
  private readonly words = inject(VersionWords);
  private readonly ui = inject(UiWords);
  protected readonly given = resource({ loader: () => this.store.contributions() });
  private readonly format = computed(() => new Intl.NumberFormat(this.ui.language() === 'fr' ? 'fr-FR' : 'en-GB'));

  protected number(count: number): string {
    return this.format().format(count);
  }

  protected nameOf({ name }: DraftContribution): string {
    return name || this.words.word('gone');
  }

  protected since({ firstAt, lastAt }: DraftContribution): string {
    const [first, last] = [dayWords(firstAt, this.ui.language(), 'short'), dayWords(lastAt, this.ui.language(), 'short')];
    return first === last ? this.words.word('given.once', { day: first }) : this.words.word('given.between', { first, last });
  }
}
