import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, linkedSignal, signal } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { Switch } from '@cohorte/ui/web/switch';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe } from '@jsverse/transloco';
import { callWorkshop, handOverWorkshop, lockSection, setWorkshop, timeWorkshop, unlockSection } from '../../contract/workshop/workshop.contract';
import { workshopLimits } from '../../contract/workshop/workshop';
import type { ShownCursors, TimerAct } from '../../contract/workshop/workshop';
import { DraftStore } from '../draft.store';
import { sectionInSight } from '../section-jump';
import { WorkshopTimerClock } from './workshop-timer';
import { WorkshopStore } from './workshop.store';

/** What a facilitator does with everyone at once: lead, bring together, keep a section still, give time, hand over. */
@Component({
  selector: 'co-workshop-lead',
  imports: [Button, Field, Icon, Switch, TextInput, TranslocoPipe, WorkshopTimerClock],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './workshop-lead.html',
  styleUrl: './workshop-part.css',
})
export class WorkshopLead {
  protected readonly store = inject(WorkshopStore);
  private readonly draft = inject(DraftStore);
  private readonly view = inject(DOCUMENT).defaultView ?? window;
  protected readonly quick = [5, 10, 15];
  protected readonly longest = workshopLimits.minutes;
  protected readonly busy = signal(false);
  protected readonly minutes = signal<number | null>(null);
  protected readonly heir = signal('');

  /** What was chosen as long as the text has it; at first, the section in sight. */
  protected readonly section = linkedSignal<readonly string[], string>({
    source: () => this.store.sections().map(({ id }) => id),
    computation: (ids, former) => (former && ids.includes(former.value) ? former.value : (sectionInSight(this.view, ids) ?? '')),
  });
  protected readonly isStill = computed(() => this.store.workshop()?.locks.some((lock) => lock.sectionId === this.section()) ?? false);
  protected readonly timer = computed(() => this.store.workshop()?.timer ?? null);
  /** Those who are here: the server knows who may write. */
  protected readonly heirs = computed(() => this.draft.people().filter((person) => !person.isMe));

  protected follow(following: boolean): void {
    void this.store.act(setWorkshop, { following });
  }

  protected showOnlyMine(only: boolean): void {
    const cursors: ShownCursors = only ? 'facilitator' : 'everyone';
    void this.store.act(setWorkshop, { cursors });
  }

  protected call(): void {
    void this.once(() => this.store.act(callWorkshop, { sectionId: this.section() }));
  }

  protected keepStill(): void {
    void this.once(() => this.store.act(this.isStill() ? unlockSection : lockSection, { sectionId: this.section() }));
  }

  protected time(act: TimerAct, minutes?: number): void {
    void this.once(() => this.store.act(timeWorkshop, minutes === undefined ? { act } : { act, minutes }));
  }

  protected startFree(event: Event): void {
    event.preventDefault();
    const minutes = this.minutes();
    if (minutes !== null && Number.isInteger(minutes) && minutes >= 1 && minutes <= this.longest) this.time('start', minutes);
  }

  protected async handOver(): Promise<void> {
    const personId = this.heir();
    if (personId && (await this.once(() => this.store.act(handOverWorkshop, { personId })))) this.heir.set('');
  }

  private async once(work: () => Promise<boolean>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    try {
      return await work();
    } finally {
      this.busy.set(false);
    }
  }
}
