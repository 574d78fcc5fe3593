import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input, signal, untracked, viewChild } from '@angular/core';
import type { Type } from '@angular/core';
import { Icon } from '@cohorte/ui/web/icon';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DraftPanel } from './draft-panels';
import { DraftSide } from './draft-side';

/** The column beside the text: its heading, its way out, and the panel itself once its code has come. */
@Component({
  selector: 'co-draft-side-panel',
  imports: [Icon, NgComponentOutlet, Skeleton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header>
      <h2 tabindex="-1" #heading>{{ 'drafts.panels.' + panel().code | transloco }}</h2>
      <button type="button" [attr.aria-label]="'drafts.panels.close' | transloco" (click)="side.close()"><co-icon name="x" /></button>
    </header>
    @if (content(); as content) {<ng-container [ngComponentOutlet]="content" />}
    @else if (failed()) {<p class="failed" role="alert">{{ 'drafts.panels.failed' | transloco }}</p>}
    @else {<co-skeleton [lines]="5" />}
  `,
  styles: `
    :host { display: flex; flex-direction: column; gap: var(--co-space-3); min-height: 100%; padding: var(--co-space-4); }
    header { display: flex; align-items: center; justify-content: space-between; gap: var(--co-space-2); min-height: 32px; }
    h2 { font-size: var(--co-text-md); }
    h2:focus { outline: none; }
    button { display: grid; place-items: center; width: 32px; height: 32px; border: 0; border-radius: var(--co-radius); background: none; color: var(--co-soft); }
    button:hover { background: var(--co-sunk); color: var(--co-ink); }
    .failed { color: var(--co-soft); }
    @media (pointer: coarse) { button { width: 44px; height: 44px; } }
  `,
})
export class DraftSidePanel {
  readonly panel = input.required<DraftPanel>();
  protected readonly side = inject(DraftSide);
  protected readonly content = signal<Type<unknown> | null>(null);
  protected readonly failed = signal(false);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    effect(() => {
      const panel = this.panel();
      untracked(() => void this.open(panel));
    });
  }

  private async open(panel: DraftPanel): Promise<void> {
    this.content.set(null);
    this.failed.set(false);
    try {
      const content = await panel.load();
      if (panel === this.panel()) this.content.set(content);
    } catch {
      this.failed.set(true);
    }
    this.heading().nativeElement.focus({ preventScroll: true });
  }
}
