import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { RegistrationAct, RegistrationCard, RegistrationQuestion, RegistrationStatus } from '@cohorte/meetings/contract';
import { Button } from '@cohorte/ui/web/button';
import { Chip, type ChipTone } from '@cohorte/ui/web/chip';
import { dateTimeWords } from '@cohorte/ui/web/date-words';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective } from '@jsverse/transloco';
import { RegistrationEdit } from './registration-edit';
import type { SaidDetails, WantedAct } from './registration.store';

const tones: Record<RegistrationStatus, ChipTone> = {
  registered: 'green', offered: 'brick', waiting: 'amber', pending: 'amber', 'to-confirm': 'brick', informed: 'plain', cancelled: 'plain', refused: 'plain',
};

/** Where one person stands and what they can do about it; the same by account and by personal link. */
@Component({
  selector: 'co-registration-standing',
  imports: [Button, Chip, Field, RegistrationEdit, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './registration-standing.html',
  styles: `
    :host { display: grid; gap: var(--co-space-3); }
    .name { font-weight: 650; overflow-wrap: anywhere; }
    .soft { color: var(--co-soft); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    form { display: grid; gap: var(--co-space-4); padding: var(--co-space-4); border: 1px solid var(--co-hairline); border-radius: var(--co-radius); }
  `,
})
export class RegistrationStanding {
  readonly registration = input.required<RegistrationCard>();
  readonly mayAct = input.required<readonly RegistrationAct[]>();
  readonly calendarPath = input('');
  readonly busy = input<RegistrationAct | null>(null);
  /** What the server said of the last act, by field. */
  readonly problem = input<Readonly<Record<string, string>>>({});
  /** Set where one may say one’s answers again. */
  readonly editing = input<{ readonly questions: readonly RegistrationQuestion[]; readonly save: (said: SaidDetails) => Promise<unknown> } | null>(null);
  readonly wanted = output<WantedAct>();
  readonly edited = output();
  protected readonly asking = signal<'leave' | 'hand-over' | 'edit' | null>(null);
  protected readonly name = signal('');
  protected readonly email = signal('');
  private readonly ui = inject(UiWords);
  protected readonly tone = computed(() => tones[this.registration().status]);
  protected readonly until = computed(() => (this.registration().offerUntil ? dateTimeWords(this.registration().offerUntil ?? '', this.ui.language()) : ''));
  /** Words change with the situation: an offer to all who wait is not an offer kept for one. */
  protected readonly words = computed(() => {
    const { status, isShared, cause } = this.registration();
    if (status === 'offered') return isShared ? 'offered-shared' : 'offered';
    if (status === 'cancelled' && (cause === 'offer-expired' || cause === 'handed-over' || cause === 'offer-declined')) return cause;
    return status;
  });

  protected may(act: RegistrationAct): boolean {
    return this.mayAct().includes(act);
  }

  protected hasEdited(): void {
    this.asking.set(null);
    this.edited.emit();
  }

  protected leave(): void {
    if (this.may('hand-over') && this.asking() !== 'leave') this.asking.set('leave');
    else this.send({ act: 'cancel' });
  }

  protected handOver(event: Event): void {
    event.preventDefault();
    this.wanted.emit({ act: 'hand-over', name: this.name().trim(), email: this.email().trim() });
  }

  protected send(wanted: WantedAct): void {
    this.wanted.emit(wanted);
  }
}
