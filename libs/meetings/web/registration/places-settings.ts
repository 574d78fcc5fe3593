import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { PlacesPage, SeatPolicy } from '@cohorte/meetings/contract';
import { type MemberRole, memberRoles, structureKinds } from '@cohorte/networks/contract';
import { ErrorWords } from '@cohorte/platform/web/error-words';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { Field } from '@cohorte/ui/web/field';
import { RadioGroup, type RadioOption } from '@cohorte/ui/web/radio-group';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { fromParisClock, toParisClock } from './paris-moment';
import { PlacesQuestions } from './places-questions';

type Kind = (typeof structureKinds)[number];
const noRule = { subjectToCode: false, cohortIds: [], departments: [], kinds: [], roles: [] };

/** The rule of the places, as an animator writes it. What was written stays when it is refused. */
@Component({
  selector: 'co-places-settings',
  imports: [Button, Card, Checkbox, Field, PlacesQuestions, RadioGroup, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './places-settings.html',
  styles: `
    form, fieldset { display: grid; gap: var(--co-space-4); min-width: 0; }
    fieldset { margin: 0; padding: var(--co-space-4) 0 0; border: 0; border-top: 1px solid var(--co-hairline); }
    legend { float: left; width: 100%; padding: 0; font-weight: 650; font-size: var(--co-text-m); }
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); gap: var(--co-space-4); }
    .roles { padding: 0; border: 0; gap: var(--co-space-2); }
    .roles legend { font-size: inherit; }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
    .kinds { display: flex; flex-wrap: wrap; gap: var(--co-space-2) var(--co-space-4); }
  `,
})
export class PlacesSettings {
  readonly page = input.required<PlacesPage>();
  readonly failure = input<unknown>(null);
  readonly saving = input(false);
  readonly saved = output<SeatPolicy>();
  private readonly words = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly draft = linkedSignal<SeatPolicy>(() => this.page().policy);
  protected readonly kinds = structureKinds;
  protected readonly roles = memberRoles;
  protected readonly toClock = toParisClock;
  protected readonly promotions = computed((): RadioOption<'immediate' | 'offer'>[] =>
    (['immediate', 'offer'] as const).map((value) => ({ value, label: this.say(`promotion.${value}`), help: this.say(`promotionHelp.${value}`) })));
  protected readonly audiences = computed((): RadioOption<'all' | 'rule'>[] => (['all', 'rule'] as const).map((value) => ({ value, label: this.say(`audience.${value}`) })));

  protected problem(field: string): string {
    return this.words.ofField(this.failure(), field) ?? this.words.ofField(this.failure(), `policy.${field}`) ?? '';
  }

  protected set(change: Partial<SeatPolicy>): void {
    this.draft.update((policy) => ({ ...policy, ...change }));
  }

  /** An empty field means no limit. */
  protected number(written: string): number | null {
    const value = Number.parseInt(written, 10);
    return Number.isFinite(value) ? value : null;
  }

  protected instant(written: string): string | null {
    return fromParisClock(written);
  }

  protected separate(on: boolean): void {
    this.set({ separate: on ? { room: this.draft().places, online: null } : null });
  }

  protected limit(on: boolean): void {
    this.set({ perStructure: on ? { most: 2, until: null } : null });
  }

  protected reserve(on: boolean): void {
    this.set({ reserved: on ? { share: 20, kinds: ['municipality'], purchasesUpTo: null, until: null } : null });
  }

  protected audience(kind: 'all' | 'rule' | null): void {
    this.set({ audience: kind === 'rule' ? { ...noRule, subjectToCode: true } : null });
  }

  protected narrow(change: Partial<NonNullable<SeatPolicy['audience']>>): void {
    this.set({ audience: { ...(this.draft().audience ?? noRule), ...change } });
  }

  protected cohort(id: string, on: boolean): void {
    const chosen = (this.draft().audience?.cohortIds ?? []).filter((one) => one !== id);
    this.narrow({ cohortIds: on ? [...chosen, id] : chosen });
  }

  protected ofRole(role: MemberRole, on: boolean): void {
    const chosen = (this.draft().audience?.roles ?? []).filter((one) => one !== role);
    this.narrow({ roles: on ? [...chosen, role] : chosen });
  }

  protected kindOf(where: 'audience' | 'reserved', kind: Kind, on: boolean): void {
    const chosen = (this.draft()[where]?.kinds ?? []).filter((one) => one !== kind);
    const kinds = on ? [...chosen, kind] : chosen;
    if (where === 'audience') this.narrow({ kinds });
    else this.set({ reserved: { ...(this.draft().reserved ?? { share: 20, purchasesUpTo: null, until: null }), kinds } });
  }

  /** «59, 62, 2A»: codes as people write them. */
  protected departments(written: string): void {
    this.narrow({ departments: [...new Set(written.toUpperCase().split(/[\s,;]+/).filter(Boolean))] });
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.saved.emit(this.draft());
  }

  private say(key: string): string {
    return this.transloco.translate(`meetings.places.settings.${key}`);
  }
}
