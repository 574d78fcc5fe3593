import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { ApiClient } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { DraftPerson } from '../../contract/draft';
import { listDraftPeople } from '../../contract/drafts.contract';
import { workshopLimits } from '../../contract/workshop/workshop';
import type { WorkshopGroup } from '../../contract/workshop/workshop';
import { addWorkshopGroup, changeWorkshopGroup, finishWorkshopGroup, removeWorkshopGroup, seatInWorkshop, shareOutWorkshop } from '../../contract/workshop/workshop.contract';
import { DraftStore } from '../draft.store';
import { WorkshopStore } from './workshop.store';

/** The groups as whoever leads arranges them: names, sections, people, and who has finished. */
@Component({
  selector: 'co-workshop-groups',
  imports: [Button, CountPipe, Field, Icon, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './workshop-groups.html',
  styleUrl: './workshop-part.css',
})
export class WorkshopGroups {
  protected readonly store = inject(WorkshopStore);
  private readonly draft = inject(DraftStore);
  private readonly api = inject(ApiClient);
  private readonly transloco = inject(TranslocoService);
  private readonly busy = signal(false);
  protected readonly name = signal('');
  protected readonly newSection = signal('');

  private readonly readers = resource({ loader: () => this.api.call(listDraftPeople, { draftId: this.store.draftId() }).then((answer) => answer.people) });
  protected readonly groups = computed(() => this.store.workshop()?.groups ?? []);
  protected readonly isFull = computed(() => this.groups().length >= workshopLimits.groups);
  private readonly seated = computed(() => new Set(this.groups().flatMap((group) => group.people.map((person) => person.personId))));
  private readonly here = computed(() => new Set(this.draft.people().map((person) => person.personId)));
  /** Those who sit nowhere yet: the ones who are here first. */
  protected readonly waiting = computed(() =>
    this.everyone()
      .filter(({ personId }) => !this.seated().has(personId) && personId !== this.store.workshop()?.facilitator.personId)
      .map((person) => ({ ...person, isHere: this.here().has(person.personId) }))
      .sort((one, other) => Number(other.isHere) - Number(one.isHere) || one.name.localeCompare(other.name, 'fr')),
  );
  protected readonly waitingHere = computed(() => this.waiting().filter((person) => person.isHere));

  protected add(event: Event): void {
    event.preventDefault();
    const name = this.name().trim() || this.transloco.translate('drafts.workshop.groups.numbered', { number: this.groups().length + 1 });
    void this.once(async () => {
      const sectionIds = this.newSection() ? [this.newSection()] : [];
      if (await this.store.act(addWorkshopGroup, { name, sectionIds })) this.name.set('');
      this.newSection.set('');
    });
  }

  protected rename(group: WorkshopGroup, field: HTMLInputElement): void {
    const name = field.value.trim();
    if (name === '') field.value = group.name;
    else if (name !== group.name) void this.once(() => this.store.act(changeWorkshopGroup, { groupId: group.id, name }));
  }

  protected give(group: WorkshopGroup, field: HTMLSelectElement): void {
    const sectionId = field.value;
    field.value = '';
    if (sectionId) void this.once(() => this.store.act(changeWorkshopGroup, { groupId: group.id, sectionIds: [...group.sectionIds, sectionId] }));
  }

  protected take(group: WorkshopGroup, sectionId: string): void {
    void this.once(() => this.store.act(changeWorkshopGroup, { groupId: group.id, sectionIds: group.sectionIds.filter((id) => id !== sectionId) }));
  }

  protected seat(groupId: string, field: HTMLSelectElement): void {
    const personId = field.value;
    field.value = '';
    if (personId) this.move(personId, groupId);
  }

  protected move(personId: string, groupId: string | null): void {
    void this.once(() => this.store.act(seatInWorkshop, { personId, groupId }));
  }

  protected shareOut(): void {
    void this.once(() => this.store.act(shareOutWorkshop, { personIds: this.waitingHere().map(({ personId }) => personId) }));
  }

  protected finish(group: WorkshopGroup): void {
    void this.once(() => this.store.act(finishWorkshopGroup, { groupId: group.id, done: group.done === null }));
  }

  protected remove(groupId: string): void {
    void this.once(() => this.store.act(removeWorkshopGroup, { groupId }));
  }

  protected sectionsOf(group: WorkshopGroup) {
    return group.sectionIds.map((id) => ({ id, title: this.store.titleOf(id) || this.transloco.translate('drafts.workshop.groups.gone') }));
  }

  protected others(group: WorkshopGroup) {
    return this.store.sections().filter(({ id }) => !group.sectionIds.includes(id));
  }

  /** Who reads the draft, and at once those who are here: the list may be long in coming. */
  private everyone(): DraftPerson[] {
    const here = this.draft.people().map(({ personId, name }) => ({ personId, name }));
    return [...new Map([...here, ...(this.readers.value() ?? [])].map((person) => [person.personId, person])).values()];
  }

  private async once(work: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    await work();
    this.busy.set(false);
  }
}
