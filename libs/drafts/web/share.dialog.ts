import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { listNetworks, listPeople, listStructures } from '@cohorte/networks/contract';
import type { MemberCard } from '@cohorte/networks/contract';
import { plain } from '@cohorte/platform/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Avatar } from '@cohorte/ui/web/avatar';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { CopyButton } from '@cohorte/ui/web/copy-button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { grantableRights } from '../contract/draft';
import type { DraftGrant, GrantableRight } from '../contract/draft';
import { grantDraft, listGrants, revokeGrant } from '../contract/drafts.contract';

export interface ShareQuestion {
  readonly draftId: string;
  readonly ownerSpaceId: string;
  readonly ownerName: string;
}

/** Someone, or a whole structure, that can be invited. */
interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly isStructure: boolean;
}

/** Someone who still has an account. */
type NamedMember = MemberCard & { readonly name: string };

const rights: readonly GrantableRight[] = ['reader', 'commenter', 'editor'];
const comparable = (text: string): string => plain(text).trim();

/** Who can open the document, and who is invited in. */
@Component({
  selector: 'co-share-dialog',
  imports: [Avatar, Banner, Button, CopyButton, DialogLayout, Field, Icon, Skeleton, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './share.dialog.html',
  styleUrl: './share.dialog.css',
})
export class ShareDialog {
  protected readonly question = injectDialogData<ShareQuestion>();
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);

  protected readonly rights = rights;
  protected readonly address = `${location.origin}/documents/${this.question.draftId}`;
  protected readonly typed = signal('');
  protected readonly right = signal<GrantableRight>('reader');
  protected readonly missing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');

  protected readonly grants = resource({ loader: () => this.api.call(listGrants, { draftId: this.question.draftId }).then((answer) => answer.grants) });
  protected readonly people = resource({ loader: () => this.peopleOf(this.question.ownerSpaceId) });
  private readonly known = resource({ loader: () => this.candidates() });

  /** Those not in the draft yet whose name holds what was typed. */
  protected readonly found = computed<Candidate[]>(() => {
    const inside = new Set([...(this.people.value() ?? []).map((person) => person.personId), ...(this.grants.value() ?? []).map((grant) => grant.personId ?? grant.spaceId ?? '')]);
    const wanted = comparable(this.typed());
    return (this.known.value() ?? []).filter((one) => !inside.has(one.id) && comparable(one.name).includes(wanted)).slice(0, 50);
  });
  protected readonly choice = computed(() => this.found().find((one) => comparable(one.name) === comparable(this.typed())) ?? null);

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    const choice = this.choice();
    this.missing.set(!choice);
    if (!choice) return;
    const whom = choice.isStructure ? { spaceId: choice.id } : { personId: choice.id };
    await this.try(async () => {
      await this.api.call(grantDraft, { draftId: this.question.draftId, right: this.right(), ...whom });
      this.typed.set('');
      this.say('added', choice.name);
    });
  }

  protected async change(grant: DraftGrant, value: string): Promise<void> {
    const right = grantableRights.find((one) => one === value);
    if (!right) return;
    const whom = grant.personId ? { personId: grant.personId } : { spaceId: grant.spaceId ?? undefined };
    await this.try(() => this.api.call(grantDraft, { draftId: this.question.draftId, right, ...whom }));
  }

  protected async remove(grant: DraftGrant): Promise<void> {
    await this.try(async () => {
      await this.api.call(revokeGrant, { draftId: this.question.draftId, grantId: grant.id });
      this.say('removed', grant.name);
    });
  }

  /** The rights offered for a grant: reading and writing, and the one it has when that is another. */
  protected offered(grant: DraftGrant): readonly GrantableRight[] {
    return rights.includes(grant.right) ? rights : [...rights, grant.right];
  }

  private say(key: 'added' | 'removed', name: string): void {
    this.toasts.show(this.transloco.translate(`drafts.share.${key}`, { name }));
  }

  private async try(work: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      await work();
    } catch (error) {
      this.problem.set(this.errors.of(error));
    } finally {
      this.busy.set(false);
      this.grants.reload();
    }
  }

  private async peopleOf(spaceId: string): Promise<NamedMember[]> {
    const { people } = await this.api.call(listPeople, { spaceId }).catch(() => ({ people: [] as MemberCard[] }));
    return people.filter((person): person is NamedMember => person.name !== null);
  }

  private async candidates(): Promise<Candidate[]> {
    const { networks } = await this.api.call(listNetworks, {});
    const found = await Promise.all(networks.map((network) => this.candidatesOf(network.id, network.name)));
    return [...new Map(found.flat().map((one) => [one.id, one])).values()].sort((one, other) => one.name.localeCompare(other.name, 'fr'));
  }

  private async candidatesOf(networkId: string, networkName: string): Promise<Candidate[]> {
    const people = (await this.peopleOf(networkId)).map(({ personId, name, function: job }) => ({ id: personId, name, note: job ?? networkName, isStructure: false }));
    const { structures } = await this.api.call(listStructures, { networkId }).catch(() => ({ structures: [] }));
    const whole = this.transloco.translate('drafts.share.structure');
    return [...people, ...structures.map(({ id, name }) => ({ id, name, note: whole, isStructure: true }))];
  }
}
