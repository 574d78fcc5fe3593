import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { finishWorkshopGroup, seatInWorkshop } from '../../contract/workshop/workshop.contract';
import { DraftSide } from '../draft-side';
import { goToSection } from '../section-jump';
import { WorkshopTimerClock } from './workshop-timer';
import { WorkshopStore } from './workshop.store';

/** Below this width the panel covers the text. */
const coversText = '(max-width: 900px)';

/** One's own part in a workshop: my group, my section, «Terminé»; and the other groups. */
@Component({
  selector: 'co-workshop-part',
  imports: [Button, Icon, TranslocoPipe, WorkshopTimerClock],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-workshop-timer />
    @if (store.group(); as group) {
      <section>
        <h3>{{ 'drafts.workshop.part.mine' | transloco }}</h3>
        <div class="group mine">
          <div class="group-head"><span class="group-name">{{ group.name }}</span>
            @if (group.done; as done) {<span class="done"><co-icon name="circle-check" size="small" />{{ 'drafts.workshop.badge.done' | transloco }}</span>}
          </div>
          @for (section of sectionsOf(group.sectionIds); track section.id) {
            <button coButton size="small" type="button" (click)="goTo(section.id)">{{ 'drafts.workshop.part.goTo' | transloco: { title: section.title } }}</button>
          }
          <p class="note">{{ namesOf(group.people) }}</p>
          <div class="moves">
            @if (group.done) {<button coButton size="small" type="button" (click)="finish(group.id, false)">{{ 'drafts.workshop.finish.undo' | transloco }}</button>}
            @else {<button coButton variant="primary" size="small" type="button" (click)="finish(group.id, true)"><co-icon name="check" size="small" />{{ 'drafts.workshop.finish.do' | transloco }}</button>}
            <button coButton variant="quiet" size="small" type="button" (click)="sit(null)">{{ 'drafts.workshop.part.leave' | transloco }}</button>
          </div>
        </div>
      </section>
    }
    @if (others().length > 0) {
      <section>
        <h3>{{ (store.group() ? 'drafts.workshop.part.others' : 'drafts.workshop.part.choose') | transloco }}</h3>
        <ul role="list">
          @for (group of others(); track group.id) {
            <li class="group">
              <div class="group-head"><span class="group-name">{{ group.name }}</span>
                @if (group.done) {<span class="done"><co-icon name="circle-check" size="small" />{{ 'drafts.workshop.badge.done' | transloco }}</span>}
                @if (!store.group()) {<button coButton size="small" type="button" [attr.aria-label]="'drafts.workshop.part.joinOf' | transloco: { name: group.name }" (click)="sit(group.id)">{{ 'drafts.workshop.part.join' | transloco }}</button>}
              </div>
              @for (section of sectionsOf(group.sectionIds); track section.id) {<p>{{ section.title }}</p>}
              @if (group.people.length > 0) {<p class="note">{{ namesOf(group.people) }}</p>}
            </li>
          }
        </ul>
      </section>
    } @else if (!store.group()) {
      <p class="note">{{ 'drafts.workshop.part.noGroup' | transloco }}</p>
    }
  `,
  styleUrl: './workshop-part.css',
})
export class WorkshopPart {
  protected readonly store = inject(WorkshopStore);
  private readonly side = inject(DraftSide);
  private readonly view = inject(DOCUMENT).defaultView ?? window;
  private readonly busy = signal(false);
  protected readonly others = computed(() => (this.store.workshop()?.groups ?? []).filter((group) => group.id !== this.store.group()?.id));

  protected sectionsOf(ids: readonly string[]) {
    return this.store.sections().filter(({ id }) => ids.includes(id));
  }

  protected namesOf(people: readonly { readonly name: string }[]): string {
    return people.map(({ name }) => name).join(', ');
  }

  protected goTo(sectionId: string): void {
    if (this.view.matchMedia(coversText).matches) this.side.close();
    goToSection(this.view, sectionId);
  }

  protected finish(groupId: string, done: boolean): void {
    void this.once(() => this.store.act(finishWorkshopGroup, { groupId, done }));
  }

  protected sit(groupId: string | null): void {
    void this.once(() => this.store.act(seatInWorkshop, { personId: this.store.me(), groupId }));
  }

  private async once(work: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    await work();
    this.busy.set(false);
  }
}
