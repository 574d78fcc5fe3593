import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { Tooltip } from '@cohorte/ui/web/tooltip';
import { TranslocoPipe } from '@jsverse/transloco';
import { headings, history, inserts, lists, marks, paragraph, tableActs } from './block-acts';
import type { BlockAct } from './block-acts';
import { ToolbarFocus } from './toolbar-focus';

interface ShownAct {
  readonly act: BlockAct;
  readonly isOn: boolean | null;
  readonly isOff: boolean;
}

/** Everything that can be done to the text, one Tab stop, every control named with its keys. */
@Component({
  selector: 'co-draft-toolbar',
  imports: [Icon, Menu, MenuItem, MenuTrigger, ToolbarFocus, Tooltip, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-toolbar.html',
  styleUrl: './draft-toolbar.css',
})
export class DraftToolbar {
  readonly editor = input.required<Editor>();
  /** Rises with every change of text or selection. */
  readonly tick = input.required<number>();
  readonly acted = output<BlockAct>();

  protected readonly blocks = [paragraph, ...headings];
  protected readonly tableActs = tableActs;
  protected readonly block = computed(() => this.seen(() => headings.find((act) => act.isOn?.(this.editor())) ?? paragraph));
  protected readonly inTable = computed(() => this.seen(() => this.editor().isActive('table')));
  protected readonly groups = computed<ShownAct[][]>(() => this.seen(() => [history, marks, lists, inserts].map((group) => group.map((act) => this.shown(act)))));

  private seen<T>(read: () => T): T {
    this.tick();
    return read();
  }

  private shown(act: BlockAct): ShownAct {
    const editor = this.editor();
    return { act, isOn: act.isOn ? act.isOn(editor) : null, isOff: act.canRun ? !act.canRun(editor) : false };
  }
}
