import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { AvatarGroup } from '@cohorte/ui/web/avatar-group';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DraftVersion } from '../../contract/versions/draft-version';
import { VersionActs } from './version-acts';
import { VersionWords } from './version-words';
import { VersionStore } from './version.store';

/** One version in the list: when, who, how much; pressed, it opens over the sheet. */
@Component({
  selector: 'co-version-line',
  imports: [AvatarGroup, CountPipe, Icon, Menu, MenuItem, MenuTrigger, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './version-line.html',
  styleUrl: './version-line.css',
})
export class VersionLine {
  readonly version = input.required<DraftVersion>();
  /** The version before it, to compare with. */
  readonly before = input<number | null>(null);
  readonly isCurrent = input(false);
  protected readonly acts = inject(VersionActs);
  protected readonly store = inject(VersionStore);
  protected readonly words = inject(VersionWords);

  protected readonly names = computed(() => this.version().writers.map((personId) => this.store.nameOf(personId) || this.words.word('gone')));
  protected readonly isOpen = computed(() => {
    const view = this.store.view();
    const { seq } = this.version();
    return view !== null && (view.kind === 'read' ? view.seq === seq : view.from === seq || view.to === seq);
  });

  protected open(): void {
    this.store.show({ kind: 'read', seq: this.version().seq, authors: false });
  }

  protected compare(from: number, to: number | null): void {
    this.store.show({ kind: 'compare', from, to });
  }
}
