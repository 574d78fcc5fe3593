import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { type FormerLeadFate, type MemberCard, replaceLead } from '@cohorte/networks/contract';
import { ApiClient } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { RadioGroup, type RadioOption } from '@cohorte/ui/web/radio-group';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { FormProblem } from './form-problem';

export interface ReplaceQuestion {
  readonly structureId: string;
  readonly lead?: MemberCard | undefined;
  /** Members and experts: who can take over. */
  readonly candidates: readonly MemberCard[];
  readonly chosen?: string;
}

/** `{ name }`: done; `invite`: someone from outside is wanted. */
export type ReplaceOutcome = { readonly name: string } | 'invite';

const onlyOne = (people: readonly MemberCard[]): string | null => (people.length === 1 ? (people[0]?.personId ?? null) : null);

/** Hands the lead of a structure to someone of it; the former lead stays or leaves. */
@Component({
  selector: 'co-replace-lead-dialog',
  imports: [Banner, Button, DialogLayout, RadioGroup, TranslocoPipe],
  providers: [FormProblem],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="'networks.replaceForm.title' | transloco">
      <form id="co-replace" (submit)="replace($event)">
        @if (problem.above(['personId']); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        @if (question.candidates.length) {
          <co-radio-group [label]="'networks.replaceForm.who' | transloco" [options]="people()" [value]="chosen()" (valueChange)="chosen.set($event)" [error]="problem.onField('personId')" />
          @if (question.lead; as lead) {
            <co-radio-group [label]="'networks.inviteForm.formerLead' | transloco: { name: lead.name }" [options]="fates()" [value]="fate()" (valueChange)="fate.set($event)" />
          }
        } @else {<p>{{ 'networks.replaceForm.nobody' | transloco }}</p>}
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close('invite')">{{ 'networks.replaceForm.orInvite' | transloco }}</button>
        @if (question.candidates.length) {
          <button coButton variant="primary" type="submit" form="co-replace" [disabled]="!chosen()" [loading]="sending()">{{ 'networks.replaceForm.confirm' | transloco }}</button>
        }
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `form { display: grid; gap: var(--co-space-5); }`,
})
export class ReplaceLeadDialog {
  protected readonly question = injectDialogData<ReplaceQuestion>();
  protected readonly ref = inject<DialogRef<ReplaceOutcome>>(DialogRef);
  protected readonly problem = inject(FormProblem);
  protected readonly ui = inject(UiWords);
  protected readonly chosen = signal<string | null>(this.question.chosen ?? onlyOne(this.question.candidates));
  protected readonly fate = signal<FormerLeadFate | null>('member');
  protected readonly sending = signal(false);
  private readonly api = inject(ApiClient);
  private readonly transloco = inject(TranslocoService);

  protected readonly people = computed((): RadioOption[] =>
    this.question.candidates.map((person) => ({ value: person.personId, label: person.name ?? '', ...(person.function ? { help: person.function } : {}) })),
  );
  protected readonly fates = computed((): RadioOption<FormerLeadFate>[] => [
    { value: 'member', label: this.transloco.translate('networks.replaceForm.stays') },
    { value: 'leaves', label: this.transloco.translate('networks.replaceForm.leaves') },
  ]);

  protected async replace(event: Event): Promise<void> {
    event.preventDefault();
    const personId = this.chosen();
    if (!personId || this.sending()) return;
    this.problem.clear();
    this.sending.set(true);
    try {
      await this.api.call(replaceLead, { structureId: this.question.structureId, personId, formerLead: this.fate() ?? 'member' });
      this.ref.close({ name: this.question.candidates.find((person) => person.personId === personId)?.name ?? '' });
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
