import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Notice, topicOf } from '@cohorte/notifications/contract';
import { Button } from '@cohorte/ui/web/button';
import { RelativePipe } from '@cohorte/ui/web/date.pipe';
import { Icon } from '@cohorte/ui/web/icon';
import type { IconName } from '@cohorte/ui/web/icons';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { momentIn } from './moment-in';

const icons: Record<ReturnType<typeof topicOf>, IconName> = {
  invitations: 'mail', polls: 'calendar-days', 'poll-reminders': 'clock', dates: 'calendar-check', seats: 'circle-check', offers: 'flag', withdrawals: 'log-out', changes: 'circle-alert',
  reminders: 'clock', replays: 'monitor', minutes: 'file-text', certificates: 'check', resources: 'file-text', 'followed-resources': 'file-text', organising: 'users',
};

/** One notice: what happened, to what, when, and where it leads; read or not is said by a word, a dot and the weight. */
@Component({
  selector: 'co-notice-line',
  imports: [Button, Icon, RelativePipe, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let it = notice();
    <co-icon [name]="icon()" />
    <div class="what">
      <a [routerLink]="it.path" (click)="opened.emit()">
        @if (!it.isRead) {<span class="dot" aria-hidden="true"></span><span class="co-hidden">{{ 'notifications.list.isUnread' | transloco }} : </span>}{{ 'notifications.kinds.' + it.kind | transloco: { address: it.address } }}
      </a>
      <p class="thing">{{ it.title }}</p>
      <p class="when">{{ about() }}<span aria-hidden="true"> · </span><time [attr.datetime]="it.at">{{ it.at | coRelative }}</time></p>
    </div>
    <button coButton square variant="quiet" type="button" [attr.aria-label]="markWords()" [title]="markWords()" (click)="marked.emit(!it.isRead)"><co-icon [name]="it.isRead ? 'mail' : 'mail-check'" /></button>
  `,
  styles: `
    :host { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: var(--co-space-3); align-items: start; padding: var(--co-space-3) 0; border-top: 1px solid var(--co-hairline); }
    :host > co-icon { margin-top: 3px; color: var(--co-soft); }
    a { color: inherit; text-decoration: none; overflow-wrap: anywhere; }
    a:hover { text-decoration: underline; }
    .dot { display: inline-block; width: 9px; height: 9px; margin-right: 7px; border-radius: 50%; background: var(--co-brick); vertical-align: 1px; }
    :host(.unread) a { font-weight: 650; }
    :host(.unread) > co-icon { color: var(--co-green); }
    .thing { overflow-wrap: anywhere; }
    .when { color: var(--co-soft); font-size: var(--co-text-xs); }
  `,
  host: { '[class.unread]': '!notice().isRead', role: 'listitem' },
})
export class NoticeLine {
  readonly notice = input.required<Notice>();
  /** Its link was followed. */
  readonly opened = output();
  readonly marked = output<boolean>();
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly icon = computed(() => icons[topicOf(this.notice().kind)]);
  protected readonly about = computed(() => {
    const language = this.ui.language();
    const { about, when, zone } = this.notice();
    if (about === 'resource') return this.transloco.translate('notifications.about.resource');
    return when ? this.transloco.translate(`notifications.about.${about}`, { when: momentIn(when, zone, language) }) : this.transloco.translate('notifications.about.undated');
  });
  protected readonly markWords = computed(() => {
    this.ui.language();
    return this.transloco.translate(`notifications.list.${this.notice().isRead ? 'markUnread' : 'markRead'}`);
  });
}
