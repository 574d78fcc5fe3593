import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { switchMap } from 'rxjs';

interface Words {
  title: string;
  state?: string;
  blocks: { title: string; text: string[] }[];
}

/** A page of plain text from the catalogue: a title, perhaps a state, headed paragraphs. */
@Component({
  selector: 'co-text-blocks',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (words(); as page) {
      <h1>{{ page.title }}</h1>
      @if (page.state) {<p class="state">{{ page.state }}</p>}
      @for (block of blocks(); track block.title) {
        <h2>{{ block.title }}</h2>
        @for (paragraph of block.text; track $index) {<p>{{ paragraph }}</p>}
      }
    }
  `,
  styles: `
    :host { display: block; max-width: 68ch; }
    h1 { font-size: var(--co-text-xxl); margin: 0 0 var(--co-space-4); }
    h2 { font-size: var(--co-text-m); margin: var(--co-space-8) 0 var(--co-space-2); }
    p { margin: 0 0 var(--co-space-3); line-height: 1.65; }
    .state { padding: var(--co-space-3) var(--co-space-4); background: var(--co-green-wash); border-radius: 10px; }
  `,
})
export class TextBlocks {
  readonly page = input.required<'legal' | 'privacy' | 'accessibility'>();
  private readonly transloco = inject(TranslocoService);
  protected readonly words = toSignal(toObservable(this.page).pipe(switchMap((page) => this.transloco.selectTranslateObject<Words>(`web.${page}`))));
  protected readonly blocks = computed(() => this.words()?.blocks ?? []);
}
