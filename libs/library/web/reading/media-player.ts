import { afterRenderEffect, ChangeDetectionStrategy, Component, computed, type ElementRef, input, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { fileTypes } from '../../contract/file-types';
import type { ResourcePage } from '../../contract/resource';
import { shownAddress, subtitlesAddress } from '../file-address';

/** A recording with its subtitles, by the browser's own player: nothing is fetched before it is started but its length. */
@Component({
  selector: 'co-media-player',
  imports: [TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.file.reader'">
      @if (isVideo()) {
        <video #player controls preload="metadata" playsinline [attr.aria-label]="t('playerOf', { title: resource().title })" [src]="source()">@if (resource().hasSubtitles) {<track kind="captions" default srclang="fr" [label]="t('subtitles')" [src]="subtitles()" />}</video>
      } @else {
        <audio #player controls preload="metadata" [attr.aria-label]="t('playerOf', { title: resource().title })" [src]="source()"></audio>
      }
    </ng-container>
  `,
  styles: `
    :host { display: block; }
    video { display: block; width: 100%; aspect-ratio: 16 / 9; border-radius: var(--co-radius-card); background: var(--co-sunk); }
    audio { display: block; width: 100%; }
    @media print { :host { display: none; } }
  `,
})
export class MediaPlayer {
  readonly resource = input.required<ResourcePage>();
  /** Seconds: where it stands before it is started. */
  readonly at = input(0);
  private readonly player = viewChild<ElementRef<HTMLMediaElement>>('player');
  protected readonly isVideo = computed(() => {
    const type = this.resource().file?.type;
    return type !== null && type !== undefined && fileTypes[type].family === 'video';
  });
  protected readonly source = computed(() => shownAddress(this.resource()));
  protected readonly subtitles = computed(() => subtitlesAddress(this.resource()));

  constructor() {
    afterRenderEffect(() => {
      const [player, at] = [this.player()?.nativeElement, this.at()];
      if (player?.paused && at > 0) player.currentTime = at;
    });
  }

  playFrom(seconds: number): void {
    const player = this.player()?.nativeElement;
    if (!player) return;
    player.currentTime = seconds;
    // A browser that refuses to play leaves it at the moment asked for.
    player.play().catch(() => undefined);
  }
}
