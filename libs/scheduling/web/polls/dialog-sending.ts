import { inject, signal } from '@angular/core';
import { ErrorWords } from '@cohorte/platform/web';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';

/** What a dialog sends: one at a time; an answer closes it, a refusal is said in it and keeps what was written. */
export class DialogSending<T> {
  private readonly ref = inject<DialogRef<T>>(DialogRef);
  private readonly errors = inject(ErrorWords);
  readonly busy = signal(false);
  readonly failure = signal('');

  /** `missing` is what keeps it from being sent, in words. */
  async send(event: Event, missing: string, call: () => Promise<T>): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.failure.set(missing);
    if (missing) return;
    this.busy.set(true);
    try {
      this.ref.close(await call());
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
