import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { NetworkStructure } from '@cohorte/networks/contract';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Field } from '@cohorte/ui/web/field';
import { SearchField } from '@cohorte/ui/web/search-field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';
import { emailFieldId, headsFirst, isEmail, namesMatch, type NewCohortForm, wantsLead } from './new-cohort.form';

/** Below this number a search box only takes room. */
const searchFrom = 8;

/** Which structures of the network begin the cohort, and whom to invite for those nobody leads yet. */
@Component({
  selector: 'co-structure-choice',
  imports: [Checkbox, CountPipe, Field, NgTemplateOutlet, SearchField, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'tracks.create'">
      @if (structures().length > searchFrom) {<co-search-field [label]="t('search')" [placeholder]="t('search')" [(value)]="sought" (keydown.enter)="$event.preventDefault()" />}
      <div class="bar">
        <co-checkbox [label]="t('selectAll')" [checked]="all()" [mixed]="!all() && some()" (checkedChange)="chooseAll($event)" />
        <p aria-live="polite">{{ form().chosen.length | coCount: { zero: t('selected.zero'), one: t('selected.one'), other: t('selected.other') } }}@if (!form().chosen.length) {. {{ t('nobody') }}}</p>
      </div>
      <ng-container *ngTemplateOutlet="list; context: { $implicit: heads() }" />
      @if (members().length) {
        <details [open]="sought() !== '' || membersChosen()">
          <summary>{{ members().length | coCount: { one: t('members.one'), other: t('members.other') } }}</summary>
          <p class="soft">{{ t('membersHelp') }}</p>
          <ng-container *ngTemplateOutlet="list; context: { $implicit: members() }" />
        </details>
      }
      <ng-template #list let-rows>
      <ul role="list">
        @for (structure of typed(rows); track structure.id) {
          <li [class.chosen]="isChosen(structure.id)">
            <co-checkbox [label]="structure.name" [help]="facts(structure, t)" [checked]="isChosen(structure.id)" (checkedChange)="choose(structure.id, $event)" />
            @if (isChosen(structure.id) && wantsLead(structure)) {
              <co-field [label]="t('leadEmail', structure)" [help]="t('leadHelp')" [fieldId]="emailFieldId(structure.id)" [error]="checked() && isWrong(structure.id) ? t('badEmail', structure) : ''">
                <input coInput type="email" autocomplete="off" [value]="form().emails[structure.id] ?? ''" (input)="write(structure.id, $any($event.target).value)" />
              </co-field>
            }
          </li>
        }
      </ul>
      </ng-template>
    </ng-container>
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-3); }
    co-search-field { max-width: 420px; }
    .bar { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 var(--co-space-4); }
    .soft { color: var(--co-soft); margin-bottom: var(--co-space-3); }
    summary { cursor: pointer; width: fit-content; min-height: 32px; font-weight: 650; }
    .bar p { color: var(--co-soft); }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr)); gap: var(--co-space-2) var(--co-space-3); }
    li { min-width: 0; padding: var(--co-space-1) var(--co-space-4) var(--co-space-2); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); background: var(--co-surface); }
    li.chosen { border-color: var(--co-green); background: var(--co-green-wash); }
    co-field { margin: 0 0 var(--co-space-2) 1.9em; font-size: var(--co-text-xs); }
  `,
})
export class StructureChoice {
  readonly structures = input.required<readonly NetworkStructure[]>();
  readonly form = input.required<NewCohortForm>();
  /** The form was sent once: what is wrong is said. */
  readonly checked = input(false);
  readonly changed = output<Partial<NewCohortForm>>();
  protected readonly searchFrom = searchFrom;
  protected readonly sought = signal('');
  protected readonly wantsLead = wantsLead;
  protected readonly emailFieldId = emailFieldId;
  protected readonly shown = computed(() => this.structures().filter((structure) => namesMatch(structure, this.sought())));
  protected readonly heads = computed(() => headsFirst(this.shown().filter((structure) => structure.parentId === null)));
  protected readonly members = computed(() => this.shown().filter((structure) => structure.parentId !== null));
  protected readonly membersChosen = computed(() => this.structures().some((structure) => structure.parentId !== null && this.isChosen(structure.id)));
  protected readonly all = computed(() => this.range().length > 0 && this.range().every((structure) => this.isChosen(structure.id)));
  protected readonly some = computed(() => this.range().some((structure) => this.isChosen(structure.id)));

  /** What «select all» is about: all that is found, or without a search those that stand for themselves. */
  private range(): NetworkStructure[] {
    return this.sought() || this.heads().length === 0 ? this.shown() : this.heads();
  }

  /** A template's context is untyped: this gives the rows their type again. */
  protected typed(rows: NetworkStructure[]): NetworkStructure[] {
    return rows;
  }

  protected isChosen(id: string): boolean {
    return this.form().chosen.includes(id);
  }

  protected isWrong(id: string): boolean {
    const email = this.form().emails[id]?.trim();
    return !!email && !isEmail(email);
  }

  protected choose(id: string, chosen: boolean): void {
    const others = this.form().chosen.filter((one) => one !== id);
    this.changed.emit({ chosen: chosen ? [...others, id] : others });
  }

  protected chooseAll(chosen: boolean): void {
    const shown = this.range().map((structure) => structure.id);
    const others = this.form().chosen.filter((one) => !shown.includes(one));
    this.changed.emit({ chosen: chosen ? [...others, ...shown] : others });
  }

  protected write(id: string, email: string): void {
    this.changed.emit({ emails: { ...this.form().emails, [id]: email } });
  }

  protected facts(structure: NetworkStructure, t: (key: string, values?: Record<string, unknown>) => string): string {
    const lead = structure.leadName ? t('leadKnown', { name: structure.leadName }) : structure.leadInvited ? t('leadInvited') : '';
    return [structure.town, structure.obligation && t(structure.obligation), lead].filter(Boolean).join(' · ');
  }
}
