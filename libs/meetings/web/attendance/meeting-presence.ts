import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoDirective } from '@jsverse/transloco';
import { PresenceStore } from './presence.store';
import { SurveyForm } from './survey-form';

/** How often an open page says that it is still there; the server forgets it after five minutes of silence. */
const heartbeatMs = 60_000;

/** What the page of a meeting offers around it: join and be counted, the certificate, the survey, the list for those who keep it. */
@Component({
  selector: 'co-meeting-presence',
  imports: [Banner, Button, Card, Icon, RouterLink, SurveyForm, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.presence'">
      @if (mine(); as it) {
        @if (it.canJoin || it.keepsList || it.certificate || it.survey !== 'none' || it.state === 'present') {
          <co-card [heading]="t('title')">
            <div class="stack">
              @if (problem(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
              @if (it.state && it.state !== 'to-come') {<p class="state"><co-icon [name]="it.state === 'present' ? 'circle-check' : 'info'" />{{ t('mine.' + it.state) }}</p>}
              @if (it.canJoin) {
                <button coButton type="button" [variant]="it.isOpen ? 'primary' : 'secondary'" [loading]="busy() === 'join'" (click)="join()"><co-icon name="video" />{{ t('join') }}</button>
                <p class="soft" aria-live="polite">{{ t(joined() ? 'joined' : it.counts ? 'counts' : 'early') }}</p>
                @if (dialIn(); as words) {<p class="lines">{{ words }}</p>}
                @if (link(); as url) {<p><a [href]="url" target="_blank" rel="noopener noreferrer">{{ t('openLink') }}</a></p>}
              }
              @if (it.certificate; as certificate) {
                <a coButton [href]="certificate.url" download><co-icon name="download" />{{ t('certificate') }}</a>
              } @else if (it.state === 'present' && !it.canJoin && !token()) {
                <button coButton type="button" [loading]="busy() === 'certificate'" (click)="takeCertificate()"><co-icon name="download" />{{ t('takeCertificate') }}</button>
              }
              @if (it.survey === 'open' && !answered()) {<co-survey-form [voice]="voice()" [closesAt]="it.surveyClosesAt" (answered)="answered.set(true)" />}
              @if (it.survey === 'answered' || answered()) {<p class="soft" aria-live="polite">{{ t('survey.thanks') }}</p>}
              @if (it.keepsList) {<a coButton [routerLink]="['/rencontres', meetingId(), 'presences']"><co-icon name="list-checks" />{{ t('list') }}</a>}
            </div>
          </co-card>
        }
      }
    </ng-container>
  `,
  styles: `
    :host { display: block; }
    .stack { display: grid; gap: var(--co-space-3); justify-items: start; }
    .state { display: flex; gap: var(--co-space-2); align-items: center; font-weight: 600; }
    .soft { color: var(--co-soft); font-size: var(--co-text-s); }
    .lines { white-space: pre-line; }
    co-survey-form { width: 100%; }
    @media print { :host { display: none; } }
  `,
})
export class MeetingPresence {
  readonly meetingId = input.required<string>();
  /** The secret of a personal link, for whoever has no account. */
  readonly token = input('');
  private readonly store = inject(PresenceStore);
  private readonly errors = inject(ErrorWords);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly voice = computed(() => ({ meetingId: this.meetingId(), token: this.token() }));
  private readonly read = resource({ params: () => this.voice(), loader: ({ params }) => this.store.read(params) });
  protected readonly mine = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly busy = signal<'join' | 'certificate' | null>(null);
  protected readonly problem = signal('');
  protected readonly joined = signal(false);
  protected readonly dialIn = signal<string | null>(null);
  /** Shown when the browser refused to open it by itself. */
  protected readonly link = signal<string | null>(null);
  protected readonly answered = signal(false);
  private beats: ReturnType<typeof setInterval> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.beats));
  }

  /** The tab opens at once, since browsers let only a press open one; it goes to the link when the answer is there. */
  protected join(): Promise<void> {
    const tab = this.window?.open('', '_blank') ?? null;
    return this.act('join', async () => {
      const { url, dialIn, intervalId } = await this.store.join(this.voice()).catch((failure: unknown) => {
        tab?.close();
        throw failure;
      });
      this.dialIn.set(dialIn);
      this.joined.set(intervalId !== null);
      this.lead(tab, url);
      if (intervalId) this.keepSaying(intervalId);
    });
  }

  protected takeCertificate(): Promise<void> {
    return this.act('certificate', async () => {
      const url = await this.store.takeCertificate(this.meetingId());
      this.read.reload();
      this.window?.location.assign(url);
    });
  }

  private lead(tab: Window | null, url: string | null): void {
    if (tab && url) {
      tab.opener = null;
      tab.location.href = url;
    } else {
      tab?.close();
      this.link.set(url);
    }
  }

  private keepSaying(intervalId: string): void {
    clearInterval(this.beats);
    this.beats = setInterval(() => void this.store.stay(this.meetingId(), intervalId).catch(() => undefined), heartbeatMs);
  }

  private async act(act: 'join' | 'certificate', run: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(act);
    this.problem.set('');
    try {
      await run();
    } catch (failure) {
      this.problem.set(this.errors.of(failure));
    } finally {
      this.busy.set(null);
    }
  }
}
