import { signal } from '@angular/core';

/** The line of the screen above which a heading counts as being read: a third of the way down. */
const readingLine = 0.33;

/** Knows which heading the reader is under, from what enters and leaves the screen. */
export class OutlineFollower {
  readonly current = signal<string | null>(null);
  private readonly observer: IntersectionObserver | null;
  private headings: HTMLElement[] = [];
  private frame = 0;

  constructor(private readonly view: Window) {
    const margin = `0px 0px -${Math.round((1 - readingLine) * 100)}% 0px`;
    this.observer = typeof IntersectionObserver === 'function' ? new IntersectionObserver(() => this.soon(), { rootMargin: margin }) : null;
  }

  /** Headings are looked up again after each change: the editor draws them anew. */
  watch(root: HTMLElement | null): void {
    this.observer?.disconnect();
    this.headings = [...(root?.querySelectorAll<HTMLElement>('h1[id], h2[id], h3[id], h4[id]') ?? [])];
    for (const heading of this.headings) this.observer?.observe(heading);
    this.soon();
  }

  stop(): void {
    this.observer?.disconnect();
    this.view.cancelAnimationFrame(this.frame);
  }

  private soon(): void {
    this.view.cancelAnimationFrame(this.frame);
    this.frame = this.view.requestAnimationFrame(() => this.find());
  }

  private find(): void {
    const line = this.view.innerHeight * readingLine;
    const above = this.headings.filter((heading) => heading.isConnected && heading.getBoundingClientRect().top <= line);
    this.current.set((above.at(-1) ?? this.headings[0])?.id ?? null);
  }
}
