import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { fileTypes } from '../../contract/file-types';
import type { ResourcePage } from '../../contract/resource';
import { MediaPlayer } from './media-player';
import { Transcript } from './transcript';

/** A recording and what is said in it: a line pressed is heard; a word found opens at its moment. Subtitles alone are a transcript. */
@Component({
  selector: 'co-recording',
  imports: [MediaPlayer, Transcript],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (hasPlayer()) {<co-media-player [resource]="resource()" [at]="at()" />}
    @if (resource().transcript) {<co-transcript [resource]="resource()" [q]="q()" [part]="part()" [t0]="moment()" [canSeek]="hasPlayer()" (asked)="find($event)" (sought)="play($event)" (foundAt)="at.set($event)" />}
  `,
  styles: `
    :host { display: block; }
    co-media-player { max-width: 60rem; margin-bottom: var(--co-space-6); }
  `,
})
export class Recording {
  readonly resource = input.required<ResourcePage>();
  readonly q = input('');
  readonly part = input<number | null>(null);
  readonly moment = input<number | null>(null);
  private readonly router = inject(Router);
  private readonly player = viewChild(MediaPlayer);
  protected readonly hasPlayer = computed(() => {
    const { file } = this.resource();
    return file?.state === 'ready' && file.type !== null && ['video', 'audio'].includes(fileTypes[file.type].family);
  });
  /** Where the player stands before it is started. */
  protected readonly at = linkedSignal(() => this.moment() ?? 0);

  protected play(seconds: number): void {
    this.player()?.playFrom(seconds);
  }

  protected find(q: string): void {
    void this.router.navigate([], { queryParams: { q: q || null, page: null, t: null }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
