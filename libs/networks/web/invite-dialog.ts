import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { type FormerLeadFate, invite, type InvitationCard, type MemberRole } from '@cohorte/networks/contract';
import { ApiClient } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { RadioGroup, type RadioOption } from '@cohorte/ui/web/radio-group';
import { TextInput } from '@cohorte/ui/web/text-input';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { FormProblem } from './form-problem';

export interface InviteQuestion {
  readonly spaceId: string;
  readonly spaceName: string;
  readonly roles: readonly MemberRole[];
  readonly role?: MemberRole;
  /** Who leads the structure now; asked about when a lead is invited. */
  readonly leadName?: string | undefined;
}

/** Invites one person by mail: address, role, and a word if one wishes. */
@Component({
  selector: 'co-invite-dialog',
  imports: [Banner, Button, DialogLayout, Field, RadioGroup, TextInput, TranslocoPipe],
  providers: [FormProblem],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="'networks.inviteForm.title' | transloco: { space: question.spaceName }">
      <form id="co-invite" novalidate (submit)="send($event)">
        @if (problem.above(['email', 'role', 'note', 'formerLead']); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <co-field [label]="'networks.inviteForm.email' | transloco" [help]="'networks.inviteForm.emailHelp' | transloco" [error]="problem.onField('email')" required>
          <input coInput type="email" autocomplete="off" inputmode="email" spellcheck="false" [value]="email()" (input)="email.set($any($event.target).value)" />
        </co-field>
        @if (question.roles.length > 1) {
          <co-radio-group [label]="'networks.inviteForm.role' | transloco" [options]="roles()" [value]="role()" (valueChange)="role.set($event)" [error]="problem.onField('role')" />
        }
        @if (asksFormerLead()) {
          <co-radio-group [label]="'networks.inviteForm.formerLead' | transloco: { name: question.leadName }" [help]="'networks.inviteForm.formerHelp' | transloco" [options]="fates()"
            [value]="formerLead()" (valueChange)="formerLead.set($event)" [error]="problem.onField('formerLead')" />
        }
        <co-field [label]="'networks.inviteForm.note' | transloco" [help]="'networks.inviteForm.noteHelp' | transloco" [error]="problem.onField('note')" optionalWord>
          <input coInput maxlength="500" [value]="note()" (input)="note.set($any($event.target).value)" />
        </co-field>
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ ui.words().cancel }}</button>
        <button coButton variant="primary" type="submit" form="co-invite" [loading]="sending()">{{ 'networks.inviteForm.send' | transloco }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `form { display: grid; gap: var(--co-space-5); }`,
})
export class InviteDialog {
  protected readonly question = injectDialogData<InviteQuestion>();
  protected readonly ref = inject<DialogRef<InvitationCard>>(DialogRef);
  protected readonly problem = inject(FormProblem);
  protected readonly ui = inject(UiWords);
  protected readonly email = signal('');
  protected readonly note = signal('');
  protected readonly role = signal<MemberRole | null>(this.question.role ?? this.question.roles[0] ?? null);
  protected readonly formerLead = signal<FormerLeadFate | null>('member');
  protected readonly sending = signal(false);
  protected readonly asksFormerLead = computed(() => this.role() === 'lead' && !!this.question.leadName);
  private readonly api = inject(ApiClient);
  private readonly transloco = inject(TranslocoService);

  protected readonly roles = computed((): RadioOption<MemberRole>[] =>
    this.question.roles.map((role) => ({ value: role, label: this.transloco.translate(`networks.roles.${role}`), help: this.transloco.translate(`networks.roleHelp.${role}`) })),
  );
  protected readonly fates = computed((): RadioOption<FormerLeadFate>[] => [
    { value: 'member', label: this.transloco.translate('networks.inviteForm.formerMember') },
    { value: 'leaves', label: this.transloco.translate('networks.inviteForm.formerLeaves') },
  ]);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const role = this.role();
    if (this.sending() || !role) return;
    this.problem.clear();
    this.sending.set(true);
    const { spaceId } = this.question;
    const formerLead = this.asksFormerLead() ? this.formerLead() : null;
    try {
      this.ref.close(await this.api.call(invite, { spaceId, email: this.email(), role, language: this.ui.language(), note: this.note().trim() || null, formerLead }));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
