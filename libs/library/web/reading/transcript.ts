import { afterRenderEffect, ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, linkedSignal, output, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { MarkedText } from '@cohorte/ui/web/marked-text';
import { SearchField } from '@cohorte/ui/web/search-field';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ResourcePage } from '../../contract/resource';
import { clockOf } from '../../contract/transcript-time';
import { readAllPages } from '../library-reader';
import { marksOf } from './asked-words';

/** All that is said in a recording, each line with its moment; the words that led here are lit, and the first of them is shown. */
@Component({
  selector: 'co-transcript',
  imports: [Banner, Button, CountPipe, MarkedText, RouterLink, SearchField, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section *transloco="let t; prefix: 'library'" aria-labelledby="co-transcript" [attr.lang]="resource().language">
      <h2 id="co-transcript">{{ t('file.reader.transcript') }}</h2>
      @if (read.error()) {<co-banner tone="needs-you" live [heading]="t('failed')"><button coButton coAction type="button" (click)="read.reload()">{{ t('retry') }}</button></co-banner>}
      @else if (!read.hasValue()) {<co-skeleton [lines]="8" />}
      @else {
        <div class="find co-no-print" role="search">
          <co-search-field [label]="t('file.reader.findSaid')" [placeholder]="t('file.reader.findSaid')" [(value)]="typed" (searched)="asked.emit($event.trim())" />
          <p role="status">@if (q()) {{{ found() | coCount: { zero: t('file.reader.foundSaid.zero'), one: t('file.reader.foundSaid.one'), other: t('file.reader.foundSaid.other') } }}}</p>
        </div>
        <ol role="list">
          @for (line of lines(); track $index) {
            <li [class.now]="line.at !== null && line.at === t0()" [attr.data-first]="$index === first() ? '' : null">
              @if (line.at !== null) {
                @if (canSeek()) {<a [routerLink]="[]" [queryParams]="{ t: line.at }" queryParamsHandling="merge" [attr.aria-label]="t('file.reader.playFrom', { time: clock(line.at) })" (click)="sought.emit(line.at)">{{ clock(line.at) }}</a>}
                @else {<span class="time">{{ clock(line.at) }}</span>}
              } @else {<span></span>}
              <p><co-marked-text [text]="line.text" [marks]="line.marks" /></p>
            </li>
          }
        </ol>
      }
    </section>
  `,
  styles: `
    :host { display: block; max-width: 46rem; line-height: var(--co-line-prose); }
    h2 { font-size: var(--co-text-l); margin-bottom: var(--co-space-3); }
    .find { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-2) var(--co-space-4); margin-bottom: var(--co-space-4); }
    co-search-field { flex: 1 1 16rem; max-width: 26rem; }
    .find p { color: var(--co-soft); font-size: var(--co-text-xs); }
    ol { list-style: none; margin: 0; padding: 0; }
    li { display: grid; grid-template-columns: 5.5ch minmax(0, 1fr); gap: var(--co-space-3); padding: var(--co-space-1) var(--co-space-2); border-radius: var(--co-radius); break-inside: avoid; }
    li.now { background: var(--co-green-wash); }
    a, .time { font-variant-numeric: tabular-nums; text-align: right; font-size: var(--co-text-s); min-height: 24px; }
    .time { color: var(--co-soft); }
    p { overflow-wrap: anywhere; }
  `,
})
export class Transcript {
  readonly resource = input.required<ResourcePage>();
  readonly q = input('');
  /** The part that the search led to; from one on. */
  readonly part = input<number | null>(null);
  /** The moment that is asked for, in seconds. */
  readonly t0 = input<number | null>(null);
  readonly canSeek = input(false);
  /** Words to look for in what is said. */
  readonly asked = output<string>();
  readonly sought = output<number>();
  /** Where the first word that was looked for is said. */
  readonly foundAt = output<number>();
  protected readonly clock = clockOf;
  protected readonly typed = linkedSignal(() => this.q());
  protected readonly read = resource({
    params: () => this.resource(),
    loader: ({ params: { slug, edition, latestEdition, transcript } }) => readAllPages(slug, { edition: edition === latestEdition ? undefined : edition, role: transcript?.role ?? 'subtitles', total: transcript?.parts ?? 0 }),
  });
  protected readonly lines = computed(() =>
    (this.read.hasValue() ? this.read.value() : []).flatMap(({ number, text, starts }) => text.split('\n').filter(Boolean).map((line, at) => ({ number, text: line, at: starts?.[at] ?? null, marks: marksOf(line, this.q()) }))),
  );
  protected readonly found = computed(() => this.lines().reduce((sum, { marks }) => sum + marks.length, 0));
  /** The line to show at once: the first lit one of the part, else the first of it. */
  protected readonly first = computed(() => {
    const [lines, part] = [this.lines(), this.part()];
    if (part === null) return lines.findIndex(({ marks }) => marks.length > 0);
    const lit = lines.findIndex(({ number, marks }) => number === part && marks.length > 0);
    return lit >= 0 ? lit : lines.findIndex(({ number }) => number === part);
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      const line = this.lines()[this.first()];
      if (!line || this.t0() !== null || (this.part() ?? 1) === 1 && !this.q()) return;
      host.querySelector('[data-first]')?.scrollIntoView({ block: 'center' });
      if (line.at !== null) this.foundAt.emit(line.at);
    });
  }
}
