import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { getCheckInKey } from '@cohorte/meetings/contract';
import { ApiClient, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { CopyButton } from '@cohorte/ui/web/copy-button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';

/** The code to project in the room: people scan it and say that they are there. */
@Component({
  selector: 'co-check-in-code-dialog',
  imports: [Banner, Button, CopyButton, DialogLayout, ErrorWordsPipe, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.presence.code'">
      <co-dialog-layout [heading]="t('title')" [note]="meeting.title">
        @if (shown(); as it) {
          <p>{{ t('how') }}</p>
          <svg class="code" [attr.viewBox]="it.viewBox" role="img" [attr.aria-label]="t('alt')"><path class="ground" [attr.d]="it.ground" /><path class="signs" [attr.d]="it.signs" /></svg>
          <p class="address">{{ it.url }}</p>
          <co-copy-button [text]="it.url" />
        } @else if (read.error()) {<co-banner tone="needs-you" live>{{ read.error() | coErrorWords }}</co-banner>}
        @else {<co-skeleton [lines]="4" />}
        <ng-container coFooter><button coButton type="button" (click)="ref.close()">{{ t('close') }}</button></ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
  styles: `
    :host { display: block; }
    p { margin-bottom: var(--co-space-3); }
    .code { display: block; width: min(100%, 26rem); margin: 0 auto var(--co-space-3); }
    .ground { fill: #ffffff; }
    .signs { fill: #000000; }
    .address { overflow-wrap: anywhere; font-family: var(--co-font-mono); font-size: var(--co-text-xs); }
  `,
})
export class CheckInCodeDialog {
  protected readonly meeting = injectDialogData<{ meetingId: string; title: string }>();
  protected readonly ref = inject(DialogRef);
  private readonly api = inject(ApiClient);
  private readonly location = inject(DOCUMENT).location;
  protected readonly read = resource({ loader: () => this.draw() });
  protected readonly shown = computed(() => (this.read.hasValue() ? this.read.value() : null));

  private async draw(): Promise<{ url: string; viewBox: string; ground: string; signs: string }> {
    const { path } = await this.api.call(getCheckInKey, { meetingId: this.meeting.meetingId });
    const url = `${this.location.origin}${path}`;
    const { create } = await import('qrcode');
    const { size, data } = create(url, { errorCorrectionLevel: 'M' }).modules;
    const signs = Array.from(data).flatMap((dark, at) => (dark ? [`M${(at % size) + 2} ${Math.floor(at / size) + 2}h1v1h-1z`] : []));
    const side = size + 4;
    return { url, viewBox: `0 0 ${side} ${side}`, ground: `M0 0h${side}v${side}h-${side}z`, signs: signs.join('') };
  }
}
