import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { DraftSession } from './sync/draft-session';

/** What is wrong with this draft on this device, what was kept, and what to do about it. */
@Component({
  selector: 'co-draft-trouble',
  imports: [Banner, Button, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (ending(); as why) {
      <co-banner tone="needs-you" live [heading]="'drafts.trouble.' + why | transloco">
        <p>{{ 'drafts.trouble.' + why + 'Text' | transloco }}</p>
        @if (unsent() && why !== 'session-expired' && why !== 'reload-needed') {<p>{{ 'drafts.trouble.unsentHere' | transloco }}</p>}
        <div coAction class="acts">
          @if (unsent()) {<button coButton type="button" (click)="download.emit()">{{ 'drafts.trouble.download' | transloco }}</button>}
          @if (why === 'session-expired') {<a coButton variant="primary" routerLink="/connexion" [queryParams]="{ next: address() }">{{ 'drafts.trouble.signIn' | transloco }}</a>}
          @if (why === 'reload-needed' || why === 'refused-too-often') {<button coButton variant="primary" type="button" (click)="reload()">{{ 'drafts.trouble.reload' | transloco }}</button>}
        </div>
      </co-banner>
    }
    @if (session().sync.refused().length > 0) {
      <co-banner tone="needs-you" live [heading]="'drafts.trouble.refused' | transloco">
        {{ 'drafts.trouble.refusedText' | transloco }}
        <div coAction class="acts">
          <button coButton type="button" (click)="forget()">{{ 'drafts.trouble.forget' | transloco }}</button>
          <button coButton variant="primary" type="button" (click)="download.emit()">{{ 'drafts.trouble.download' | transloco }}</button>
        </div>
      </co-banner>
    }
    @if (!session().keeps() && mayEdit()) {<co-banner tone="warn" [heading]="'drafts.trouble.notKept' | transloco">{{ 'drafts.trouble.notKeptText' | transloco }}</co-banner>}
    @if (isCopy()) {<co-banner tone="offline" live>{{ 'drafts.trouble.offlineCopy' | transloco }}</co-banner>}
  `,
  styles: `:host { display: grid; gap: var(--co-space-3); } :host:empty { display: none; } .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); } @media print { :host { display: none; } }`,
})
export class DraftTrouble {
  readonly session = input.required<DraftSession>();
  readonly mayEdit = input.required<boolean>();
  /** The server's text was not reached: what is shown is the copy of this device. */
  readonly isCopy = input.required<boolean>();
  readonly address = input.required<string>();
  readonly download = output();
  private readonly dialogs = inject(Dialogs);
  private readonly transloco = inject(TranslocoService);
  protected readonly ending = computed(() => this.session().sync.ending());
  protected readonly unsent = computed(() => this.session().sync.unsent() > 0);

  protected async forget(): Promise<void> {
    const words = (key: string): string => this.transloco.translate(`drafts.trouble.${key}`);
    const sure = await this.dialogs.confirm({ title: words('forgetTitle'), text: words('forgetText'), confirm: words('forget'), danger: true });
    if (sure) await this.session().forgetRefused();
  }

  protected reload(): void {
    location.reload();
  }
}
