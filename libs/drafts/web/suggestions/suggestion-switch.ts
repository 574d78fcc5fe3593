import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from '@cohorte/ui/web/icon';
import { Tooltip } from '@cohorte/ui/web/tooltip';
import { TranslocoPipe } from '@jsverse/transloco';
import { DraftStore } from '../draft.store';
import { SuggestionDesk } from './suggestion-desk';

/** «Écrire / Proposer»: for those who may write a choice, for those who may only propose a reminder. */
@Component({
  selector: 'co-suggestion-switch',
  imports: [Icon, Tooltip, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (desk.reading() !== 'with') {
      <button type="button" class="leave" (click)="desk.reading.set('with')"><co-icon name="eye" size="small" /><span>{{ 'drafts.suggestions.reading.leave' | transloco }}</span></button>
    } @else if (store.mayEdit()) {
      <div class="choice" role="group" [attr.aria-label]="'drafts.suggestions.mode.label' | transloco">
        <button type="button" [attr.aria-pressed]="!desk.chosen()" [attr.aria-label]="'drafts.suggestions.mode.write' | transloco" [coTooltip]="'drafts.suggestions.mode.writeHelp' | transloco" (click)="desk.chosen.set(false)">
          <co-icon name="pencil" size="small" /><span>{{ 'drafts.suggestions.mode.write' | transloco }}</span>
        </button>
        <button type="button" [attr.aria-pressed]="desk.chosen()" [attr.aria-label]="'drafts.suggestions.mode.propose' | transloco" [coTooltip]="'drafts.suggestions.mode.proposeHelp' | transloco" (click)="desk.chosen.set(true)">
          <co-icon name="file-pen" size="small" /><span>{{ 'drafts.suggestions.mode.propose' | transloco }}</span>
        </button>
      </div>
    } @else {
      <p><co-icon name="file-pen" size="small" /><span>{{ 'drafts.suggestions.mode.only' | transloco }}</span></p>
    }
  `,
  styles: `
    :host { display: block; flex: none; }
    .choice { display: flex; padding: 2px; border-radius: var(--co-radius); background: var(--co-sunk); }
    button { display: inline-flex; align-items: center; gap: 6px; min-height: 30px; padding: 0 10px; border: 0; border-radius: 4px; background: none; color: var(--co-soft); font-size: 0.875rem; font-weight: 650; white-space: nowrap; }
    button:hover { color: var(--co-ink); }
    button[aria-pressed='true'] { background: var(--co-surface); color: var(--co-green); box-shadow: 0 0 0 1px var(--co-hairline); }
    .leave { min-height: 34px; background: var(--co-green-wash); color: var(--co-green); }
    p { display: inline-flex; align-items: center; gap: 6px; min-height: 34px; padding: 0 10px; border-radius: var(--co-radius); background: var(--co-green-wash); color: var(--co-green); font-size: 0.875rem; font-weight: 650; white-space: nowrap; }
    @media (max-width: 900px) { .choice span { display: none; } }
    @media (pointer: coarse) { button { min-width: 44px; min-height: 40px; justify-content: center; } }
    @media print { :host { display: none; } }
  `,
})
export class SuggestionSwitch {
  protected readonly store = inject(DraftStore);
  protected readonly desk = inject(SuggestionDesk);
}
