import { ChangeDetectionStrategy, Component, ElementRef, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { AccessNeed, RegistrationAnswers, RegistrationCard, RegistrationQuestion } from '@cohorte/meetings/contract';
import { ErrorWords } from '@cohorte/platform/web/error-words';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { RegistrationDetails } from './registration-details';
import type { SaidDetails } from './registration.store';

/** One’s own answers, said again after registering. */
@Component({
  selector: 'co-registration-edit',
  imports: [Banner, Button, RegistrationDetails, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form novalidate *transloco="let t; prefix: 'meetings.registration.edit'" [attr.aria-label]="t('heading')" (submit)="send($event)">
      @if (above(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
      <co-registration-details [questions]="questions()" [(answers)]="answers" [(needs)]="needs" [(needsNote)]="needsNote" [(isVisible)]="isVisible" [problem]="problem" />
      <div class="acts">
        <button coButton type="submit" variant="primary" [loading]="sending()">{{ t('save') }}</button>
        <button coButton type="button" variant="quiet" (click)="left.emit()">{{ t('leave') }}</button>
      </div>
    </form>
  `,
  styles: `
    form { display: grid; gap: var(--co-space-5); padding: var(--co-space-4); border: 1px solid var(--co-hairline); border-radius: var(--co-radius); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
  `,
})
export class RegistrationEdit {
  readonly registration = input.required<RegistrationCard>();
  readonly questions = input.required<readonly RegistrationQuestion[]>();
  readonly save = input.required<(said: SaidDetails) => Promise<unknown>>();
  readonly saved = output();
  readonly left = output();
  protected readonly answers = linkedSignal<RegistrationAnswers>(() => this.registration().answers);
  protected readonly needs = linkedSignal<readonly AccessNeed[]>(() => this.registration().needs);
  protected readonly needsNote = linkedSignal(() => this.registration().needsNote ?? '');
  protected readonly isVisible = linkedSignal(() => this.registration().isVisible);
  protected readonly sending = signal(false);
  private readonly error = signal<unknown>(null);
  private readonly words = inject(ErrorWords);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly above = (): string => (this.error() ? this.words.of(this.error()) : '');
  protected readonly problem = (field: string): string => this.words.ofField(this.error(), field) ?? '';

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    this.sending.set(true);
    this.error.set(null);
    try {
      await this.save()({ answers: this.answers(), needs: [...this.needs()], needsNote: this.needsNote().trim() || null, isVisible: this.isVisible() });
      this.saved.emit();
    } catch (error) {
      this.error.set(error);
      setTimeout(() => this.element.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    } finally {
      this.sending.set(false);
    }
  }
}
