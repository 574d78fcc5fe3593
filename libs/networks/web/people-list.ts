import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { MemberCard, MemberRole } from '@cohorte/networks/contract';
import { Avatar } from '@cohorte/ui/web/avatar';
import { Button } from '@cohorte/ui/web/button';
import { Chip, type ChipTone } from '@cohorte/ui/web/chip';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { TranslocoPipe } from '@jsverse/transloco';
import { PeopleActs } from './people-acts';

const tones: Partial<Record<MemberRole, ChipTone>> = { animator: 'green', lead: 'green', expert: 'slate' };

/** People of a space as quiet lines: name, function, role, and a menu for those who may act. */
@Component({
  selector: 'co-people-list',
  imports: [Avatar, Button, Chip, Icon, Menu, MenuItem, MenuTrigger, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul role="list">
      @for (person of people(); track person.membershipId) {
        <li>
          <co-avatar [name]="nameOf(person)" decorative />
          <div class="who">
            <p class="name">{{ nameOf(person) }}@if (person.isMe) {<span class="soft"> ({{ 'networks.you' | transloco }})</span>}</p>
            @if (person.function; as said) {<p class="soft">{{ said }}</p>}
          </div>
          <co-chip [tone]="tone(person)">{{ 'networks.roles.' + person.role | transloco }}</co-chip>
          @if (hasActs(person)) {
            <button coButton square variant="quiet" type="button" [attr.aria-label]="'networks.structure.actsOn' | transloco: { name: nameOf(person) }" [coMenuTrigger]="menu"><co-icon name="ellipsis" /></button>
            <ng-template #menu>
              <co-menu>
                @for (role of otherRoles(person); track role) {
                  <button coMenuItem type="button" (triggered)="roleGiven.emit({ person, role })"><co-icon name="user" />{{ 'networks.structure.make' + (role === 'expert' ? 'Expert' : 'Member') | transloco }}</button>
                }
                @if (canHandOver() && (person.role === 'member' || person.role === 'expert')) {
                  <button coMenuItem type="button" (triggered)="leadGiven.emit(person)"><co-icon name="flag" />{{ 'networks.structure.makeLead' | transloco }}</button>
                }
                <button coMenuItem type="button" danger (triggered)="removed.emit(person)"><co-icon name="user-minus" />{{ (person.isMe ? 'networks.structure.leaveConfirm' : 'networks.structure.remove') | transloco }}</button>
              </co-menu>
            </ng-template>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: flex; align-items: center; gap: var(--co-space-3); padding: var(--co-space-2) 0; min-height: 44px; }
    li + li { border-top: 1px solid var(--co-hairline); }
    .who { flex: 1 1 auto; min-width: 0; }
    .name { font-weight: 650; overflow-wrap: anywhere; }
    .soft { color: var(--co-soft); font-weight: 400; }
    p.soft { font-size: var(--co-text-xs); }
  `,
})
export class PeopleList {
  readonly people = input.required<readonly MemberCard[]>();
  readonly canManage = input(false);
  /** The roles the reader may hand out here. */
  readonly grantable = input<readonly MemberRole[]>([]);
  readonly removed = output<MemberCard>();
  readonly leadGiven = output<MemberCard>();
  readonly roleGiven = output<{ person: MemberCard; role: MemberRole }>();
  protected readonly canHandOver = computed(() => this.grantable().includes('lead'));
  private readonly acts = inject(PeopleActs);

  protected nameOf(person: MemberCard): string {
    return this.acts.nameOf(person);
  }

  protected tone(person: MemberCard): ChipTone {
    return tones[person.role] ?? 'plain';
  }

  protected hasActs(person: MemberCard): boolean {
    return this.canManage() || person.isMe;
  }

  /** Member and expert change into each other; the lead is handed over, guests stay guests. */
  protected otherRoles(person: MemberCard): MemberRole[] {
    if (!this.canManage() || (person.role !== 'member' && person.role !== 'expert')) return [];
    const other = person.role === 'member' ? 'expert' : 'member';
    return this.grantable().includes(other) && this.grantable().includes(person.role) ? [other] : [];
  }
}
