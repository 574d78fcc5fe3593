import { ChangeDetectionStrategy, Component, effect, inject, input, signal, untracked } from '@angular/core';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { closeOpenLink, type OpenLink, type PollView, readOpenLink, renewOpenLink } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { CopyButton } from '@cohorte/ui/web/copy-button';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Icon } from '@cohorte/ui/web/icon';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { PollWords } from './poll-words';

/** The link by which anybody may answer, for those who run the poll: made, copied, renewed, closed. */
@Component({
  selector: 'co-poll-open-link',
  imports: [Banner, Button, CopyButton, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (found(); as known) {
      @if (known.link || view().state === 'open') {
        <section [attr.aria-label]="words.say('openLink.title')">
          <h2>{{ words.say('openLink.title') }}</h2>
          <p class="soft">{{ words.say(known.link ? 'openLink.given' : 'openLink.what') }} {{ words.say(view().namesHidden || view().visibility !== 'all' ? 'openLink.seesLess' : 'openLink.seesAll') }}</p>
          @if (known.joined) {<p class="soft">{{ words.say('openLink.joined', { count: known.joined }) }}</p>}
          @if (known.link; as link) {<p class="link">{{ link }}</p>}
          <div class="acts">
            @if (known.link; as link) {
              <co-copy-button [text]="link" [label]="words.say('openLink.copy')" />
              @if (view().state === 'open') {<button coButton type="button" size="small" [disabled]="busy()" (click)="renew(true)"><co-icon name="refresh-cw" />{{ words.say('openLink.renew') }}</button>}
              <button coButton type="button" size="small" variant="quiet" [disabled]="busy()" (click)="close()"><co-icon name="lock" />{{ words.say('openLink.close') }}</button>
            } @else {<button coButton type="button" [disabled]="busy()" (click)="renew(false)"><co-icon name="link" />{{ words.say('openLink.make') }}</button>}
          </div>
        </section>
      }
    } @else if (failure(); as said) {<co-banner tone="needs-you">{{ said }}</co-banner>}
  `,
  styles: `
    :host { display: block; margin-top: var(--co-space-8); }
    section { display: grid; gap: var(--co-space-2); justify-items: start; }
    .soft { max-width: 68ch; color: var(--co-soft); font-size: var(--co-text-s); }
    .link { overflow-wrap: anywhere; font-size: var(--co-text-s); padding: var(--co-space-2) var(--co-space-3); border: 1px solid var(--co-hairline); border-radius: var(--co-radius); background: var(--co-sunk); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    @media print { :host { display: none; } }
  `,
})
export class PollOpenLink {
  readonly view = input.required<PollView>();
  protected readonly words = inject(PollWords);
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly found = signal<OpenLink | undefined>(undefined);
  protected readonly failure = signal('');
  protected readonly busy = signal(false);

  constructor() {
    effect(() => {
      const { id } = this.view();
      untracked(() => void this.read(id));
    });
  }

  /** Whoever holds the former link learns that it is over: that is asked first. */
  protected async renew(isThere: boolean): Promise<void> {
    if (isThere && !(await this.agreed('renew'))) return;
    if (await this.run(renewOpenLink, this.view().id)) this.toasts.show(this.words.say(isThere ? 'openLink.renewed' : 'openLink.made'));
  }

  protected async close(): Promise<void> {
    if ((await this.agreed('close')) && (await this.run(closeOpenLink, this.view().id))) this.toasts.show(this.words.say('openLink.closed'));
  }

  private agreed(act: 'renew' | 'close'): Promise<boolean> {
    return this.dialogs.confirm({
      title: this.words.say(`openLink.${act}Title`), text: this.words.say(`openLink.${act}Text`), confirm: this.words.say(`openLink.${act}`), cancel: this.words.say('decide.cancel'),
    });
  }

  /** Again with each reading of the poll: more may have come by it. */
  private async read(pollId: string): Promise<void> {
    try {
      this.found.set(await this.api.call(readOpenLink, { pollId }));
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    }
  }

  private async run(declared: typeof renewOpenLink | typeof closeOpenLink, pollId: string): Promise<boolean> {
    this.busy.set(true);
    try {
      this.found.set(await this.api.call(declared, { pollId }));
      return true;
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
