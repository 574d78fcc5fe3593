import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { Chip } from '@cohorte/ui/web/chip';
import { Hidden } from '@cohorte/ui/web/hidden';
import { UiWords } from '@cohorte/ui/web/ui-words';
import type { ChipTone } from '@cohorte/ui/web/chip';
import type { IconName } from '@cohorte/ui/web/icons';
import { TranslocoService } from '@jsverse/transloco';
import { worthSaying } from './draft-saved-state';
import type { SavedKind, SavedState } from './draft-saved-state';

const looks: Readonly<Record<SavedKind, { tone: ChipTone; icon: IconName }>> = {
  saved: { tone: 'green', icon: 'check' },
  saving: { tone: 'plain', icon: 'refresh-cw' },
  opening: { tone: 'plain', icon: 'refresh-cw' },
  offline: { tone: 'amber', icon: 'wifi-off' },
  'offline-storing': { tone: 'amber', icon: 'refresh-cw' },
  'offline-unsent': { tone: 'amber', icon: 'wifi-off' },
  'offline-not-kept': { tone: 'brick', icon: 'triangle-alert' },
  'read-only': { tone: 'slate', icon: 'eye' },
  refused: { tone: 'brick', icon: 'triangle-alert' },
  ended: { tone: 'brick', icon: 'lock' },
};

/** A state must hold this long before a screen reader hears it. */
const settled = 1_500;

/** Says in words whether the text is saved. Aloud only when trouble starts or ends. */
@Component({
  selector: 'co-draft-saved-chip',
  imports: [Chip, Hidden],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-chip [tone]="look().tone" [icon]="look().icon">{{ words() }}</co-chip>
    <span coHidden aria-live="polite">{{ said() }}</span>
  `,
  styles: `:host { display: inline-flex; min-width: 0; } co-chip { white-space: nowrap; } @media (max-width: 700px) { co-chip { white-space: normal; line-height: 1.2; } } @media print { :host { display: none; } }`,
})
export class DraftSavedChip {
  readonly state = input.required<SavedState>();
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);
  protected readonly look = computed(() => looks[this.state().kind]);
  protected readonly words = computed(() => this.wordsOf(this.state()));
  protected readonly said = signal('');
  private heard: SavedKind | null = null;

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const kind = computed(() => this.state().kind);
    effect(() => {
      const now = kind();
      clearTimeout(timer);
      timer = setTimeout(() => untracked(() => this.say(now)), settled);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  private say(kind: SavedKind): void {
    if (kind === 'saving' || kind === 'opening' || kind === 'offline-storing') return;
    if (worthSaying(this.heard, kind)) this.said.set(this.words());
    this.heard = kind;
  }

  private wordsOf({ kind, count }: SavedState): string {
    this.ui.language();
    const form = count > 1 ? 'other' : 'one';
    const counted = kind === 'offline-unsent' || kind === 'offline-not-kept' || kind === 'refused';
    return this.transloco.translate(counted ? `drafts.saved.${kind}.${form}` : `drafts.saved.${kind}`, { count });
  }
}
