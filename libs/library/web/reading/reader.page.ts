import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, linkedSignal, resource, signal, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Banner } from '@cohorte/ui/web/banner';
import { Breadcrumb } from '@cohorte/ui/web/breadcrumb';
import { Button } from '@cohorte/ui/web/button';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Empty } from '@cohorte/ui/web/empty';
import { Hidden } from '@cohorte/ui/web/hidden';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import { type FileFamily, fileTypes } from '../../contract/file-types';
import { downloadAddress, pageInPdf, pagePicture, shownAddress } from '../file-address';
import { FileWords } from '../file-words';
import { readResource } from '../library-reader';
import { litIn, markedBlocks } from './marked-blocks';
import { PageBlocks } from './page-blocks';
import { PageTurner } from './page-turner';
import { PagesCache } from './pages-cache';
import { PrintText } from './print-text';
import { Recording } from './recording';

/** While a page is on its way, the sheet keeps the shape of A4. */
const sheetOfPaper = { width: 210, height: 297 };

/** What a part of a document is called. */
const headings: Partial<Record<FileFamily, string>> = { sheet: 'sheetOf', slides: 'slideOf' };

/** Reads a resource's document without downloading it: the picture of each page and its text beside it; a recording with what is said in it. */
@Component({
  selector: 'co-reader-page',
  imports: [Banner, Breadcrumb, Button, CountPipe, Empty, Hidden, Icon, PageBlocks, PageHead, PageTurner, PrintText, Recording, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reader.page.html',
  styleUrl: './reader.page.css',
  host: { '(document:keydown)': 'byKey($event)', '[class.member]': 'isMember' },
})
export class ReaderPage {
  readonly ref = input.required<string>();
  /** `?version=`: an older version. */
  readonly version = input<string>();
  /** `?page=`, from one on. */
  readonly page = input<string>();
  /** `?q=`: the words that led here, lit in the text. */
  readonly q = input<string>();
  /** `?vue=texte`: without the pictures. */
  readonly vue = input<string>();
  /** `?t=`: a moment of a recording, in seconds. */
  readonly t = input<string>();
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  protected readonly isMember = inject(ActivatedRoute).snapshot.data['member'] === true;
  protected readonly words = inject(FileWords);
  protected readonly read = resource({ params: () => ({ ref: this.ref(), version: this.version() }), loader: ({ params }) => readResource(params.ref, params.version) });
  protected readonly shown = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly file = computed(() => this.shown()?.file ?? null);
  protected readonly total = computed(() => (this.isRecording() ? 0 : (this.file()?.pages ?? 0)));
  protected readonly number = computed(() => Math.min(Math.max(Math.round(Number(this.page() ?? 1)) || 1, 1), Math.max(1, this.total())));
  private readonly cache = computed(() => new PagesCache(this.ref(), this.version() ? Number(this.version()) : undefined));
  protected readonly opened = resource({ params: () => (this.total() ? { cache: this.cache(), number: this.number() } : undefined), loader: ({ params }) => params.cache.page(params.number) });
  protected readonly text = computed(() => (this.opened.hasValue() ? (this.opened.value()?.text ?? '') : null));
  protected readonly blocks = computed(() => markedBlocks(this.text() ?? '', this.file()?.type === 'pdf', this.q() ?? ''));
  protected readonly found = computed(() => litIn(this.blocks()));
  protected readonly isTextOnly = computed(() => this.vue() === 'texte');
  /** The last size known: a page on its way takes the place of the one before. */
  private readonly size = linkedSignal<{ width: number; height: number } | null | undefined, { width: number; height: number }>({
    source: () => (this.opened.hasValue() ? this.opened.value()?.picture : undefined), computation: (picture, previous) => picture ?? previous?.value ?? sheetOfPaper,
  });
  protected readonly picture = computed(() => {
    const shown = this.shown();
    const hasNone = this.opened.hasValue() && !this.opened.value()?.picture;
    return shown && this.total() && !hasNone ? { ...this.size(), source: this.opened.hasValue() ? pagePicture(shown, this.number()) : null } : null;
  });
  /** Something to hear or to watch, or what is said in it. */
  protected readonly isRecording = computed(() => {
    const shown = this.shown();
    return shown !== null && (shown.transcript !== null || (shown.file?.state === 'ready' && ['video', 'audio'].includes(this.family() ?? '')));
  });
  protected readonly part = computed(() => Number(this.page()) || null);
  protected readonly moment = computed(() => (/^\d{1,6}$/.test(this.t() ?? '') ? Number(this.t()) : null));
  protected readonly heading = computed(() => headings[this.family() ?? 'text'] ?? 'textOf');
  protected readonly isPrinting = signal(false);
  protected readonly printsAll = signal(false);
  private readonly printer = viewChild<PrintText>('printer');
  protected readonly wholePicture = computed(() => (this.family() === 'image' && !this.total() && this.isShownByBrowsers() ? this.addresses()?.shown : null));
  protected readonly addresses = computed(() => {
    const shown = this.shown();
    if (!shown || this.file()?.state !== 'ready') return null;
    return { download: downloadAddress(shown), shown: shownAddress(shown), atPage: this.file()?.type === 'pdf' ? pageInPdf(shown, this.number()) : null };
  });
  private readonly family = computed(() => {
    const type = this.file()?.type;
    return type ? fileTypes[type].family : null;
  });

  constructor() {
    const title = inject(Title);
    effect(() => {
      const name = this.shown()?.title;
      if (name) title.setTitle(`${name} · Cohorte`);
    });
    this.fetchAhead(inject(DestroyRef));
  }

  protected turn(page: number): void {
    void this.router.navigate([], { queryParams: { page }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected look(isTextOnly: boolean): void {
    void this.router.navigate([], { queryParams: { vue: isTextOnly ? 'texte' : null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  /** One page is printed as it is; of many, one says which. */
  protected askToPrint(): void {
    if (this.total() <= 1) return this.document.defaultView?.print();
    this.printsAll.set(false);
    this.isPrinting.update((is) => !is);
  }

  protected byKey(event: KeyboardEvent): void {
    const isPrint = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'p';
    if (!isPrint) return this.turnByKey(event);
    if (this.total() <= 1) return;
    // The browser would print the one page that is there.
    event.preventDefault();
    this.printsAll.set(true);
    this.isPrinting.set(true);
    void this.printer()?.print();
  }

  /** The arrows turn pages, but where they have a use of their own. */
  private turnByKey(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const isOurs = !event.defaultPrevented && ![event.altKey, event.ctrlKey, event.metaKey, event.shiftKey].includes(true);
    const hasOwnUse = event.target instanceof Element && event.target.closest('input, textarea, select, video, audio, [role=dialog]') !== null;
    if (!step || !isOurs || hasOwnUse) return;
    const next = this.number() + step;
    if (next >= 1 && next <= this.total()) this.turn(next);
  }

  /** The page after is likely the next. */
  private fetchAhead(destroyed: DestroyRef): void {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    destroyed.onDestroy(() => clearTimeout(waiting));
    effect(() => {
      const [shown, next] = [this.shown(), this.number() + 1];
      clearTimeout(waiting);
      if (!shown || !this.opened.hasValue() || next > this.total()) return;
      const cache = this.cache();
      const isTextOnly = this.isTextOnly();
      waiting = setTimeout(() => {
        cache.page(next).then((page) => {
          const picture = this.document.createElement('img');
          if (page?.picture && !isTextOnly) picture.src = pagePicture(shown, next);
        }, () => undefined);
      }, 400);
    });
  }

  private isShownByBrowsers(): boolean {
    const type = this.file()?.type;
    return type !== null && type !== undefined && fileTypes[type].isShown;
  }
}
