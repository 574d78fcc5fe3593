import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listMyCertificates, reissueCertificate, takeTrackCertificate } from '@cohorte/meetings/contract';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { DatePipe } from '@cohorte/ui/web/date.pipe';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';

/** My certificates of attendance, how far my tracks are, and what I may ask for. */
@Component({
  selector: 'co-my-certificates-page',
  imports: [Banner, Button, Card, DatePipe, Empty, ErrorWordsPipe, Icon, PageHead, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.certificates'">
      <co-page-head [heading]="t('title')" [subtitle]="t('about')" />
      @if (problem(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
      @if (mine(); as it) {
        <div class="all">
          @if (it.tracks.length) {
            <co-card [heading]="t('tracks')">
              @for (track of it.tracks; track track.spaceId) {
                <div class="line">
                  <p><strong>{{ track.title }}</strong><span>{{ t('progress', { attended: track.attended, planned: track.planned, needed: track.needed }) }}</span></p>
                  @if (track.reached) {<button coButton size="small" type="button" [loading]="busy() === track.spaceId" (click)="take(track.spaceId)">{{ t('take') }}</button>}
                </div>
              }
            </co-card>
          }
          <co-card [heading]="t('list')">
            @for (one of it.certificates; track one.code) {
              <div class="line">
                <p><strong>{{ one.title }}</strong><span>{{ t(one.kind) }} · {{ one.networkName }} · {{ t('issued', { date: (one.issuedAt | coDate) }) }}</span><span>{{ t('name', { name: one.name }) }} · <a [routerLink]="['/attestations', one.code]">{{ one.code }}</a></span></p>
                <div class="acts">
                  <a coButton size="small" [href]="one.url" download><co-icon name="download" />{{ t('download') }}</a>
                  <button coButton size="small" variant="quiet" type="button" [loading]="busy() === one.code" (click)="reissue(one.code)">{{ t('reissue') }}</button>
                </div>
              </div>
            } @empty {<co-empty [heading]="t('empty')" [text]="t('emptyText')" />}
          </co-card>
        </div>
      } @else if (read.error()) {
        <co-banner tone="needs-you" live [heading]="t('failed')">{{ read.error() | coErrorWords }}<button coButton coAction type="button" (click)="read.reload()">{{ t('retry') }}</button></co-banner>
      } @else {<co-skeleton [lines]="5" />}
    </ng-container>
  `,
  styles: `
    :host { display: block; max-width: 52rem; }
    .all { display: grid; gap: var(--co-gap); }
    .line { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--co-space-2) var(--co-space-4); padding: var(--co-space-3) 0; }
    .line + .line { border-top: 1px solid var(--co-hairline); }
    .line p { flex: 1 1 16rem; min-width: 0; }
    span { display: block; color: var(--co-soft); font-size: var(--co-text-s); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); align-items: flex-start; }
  `,
})
export class MyCertificatesPage {
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  protected readonly read = resource({ loader: () => this.api.call(listMyCertificates, {}) });
  protected readonly mine = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly busy = signal('');
  protected readonly problem = signal('');

  protected take(spaceId: string): Promise<void> {
    return this.act(spaceId, () => this.api.call(takeTrackCertificate, { spaceId }));
  }

  protected reissue(code: string): Promise<void> {
    return this.act(code, () => this.api.call(reissueCertificate, { code }));
  }

  private async act(what: string, run: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(what);
    this.problem.set('');
    try {
      await run();
      this.read.reload();
    } catch (failure) {
      this.problem.set(this.errors.of(failure));
    } finally {
      this.busy.set('');
    }
  }
}
