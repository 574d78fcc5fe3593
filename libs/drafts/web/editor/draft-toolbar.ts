import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuGroup, MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { Tooltip } from '@cohorte/ui/web/tooltip';
import { TranslocoPipe } from '@jsverse/transloco';
import { actsFor, callouts, headings, history, inserts, lists, marks, moreInserts, paragraph, tableActs } from './block-acts';
import type { BlockAct } from './block-acts';
import { focusTool, shortcutsTool, toolActs } from './tool-acts';
import type { ToolAct } from './tool-acts';
import { ToolbarFocus } from './toolbar-focus';

interface ShownAct {
  readonly act: BlockAct;
  readonly isOn: boolean | null;
  readonly isOff: boolean;
}

/** Everything that can be done to the text, one Tab stop, every control named with its keys. */
@Component({
  selector: 'co-draft-toolbar',
  imports: [Icon, Menu, MenuGroup, MenuItem, MenuTrigger, ToolbarFocus, Tooltip, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-toolbar.html',
  styleUrl: './draft-toolbar.css',
})
export class DraftToolbar {
  readonly editor = input.required<Editor>();
  /** Rises with every change of text or selection. */
  readonly tick = input.required<number>();
  readonly typography = input.required<boolean>();
  readonly focusing = input.required<boolean>();
  readonly acted = output<BlockAct>();
  readonly tooled = output<ToolAct>();

  protected readonly blocks = computed(() => actsFor(this.editor(), [paragraph, ...headings]));
  protected readonly callouts = computed(() => actsFor(this.editor(), callouts));
  protected readonly moreInserts = computed(() => actsFor(this.editor(), moreInserts));
  protected readonly tools = toolActs;
  protected readonly focusTool = focusTool;
  protected readonly shortcutsTool = shortcutsTool;
  protected readonly inCallout = computed(() => this.seen(() => this.editor().isActive('callout')));
  protected readonly tableActs = computed<ShownAct[]>(() => this.seen(() => tableActs.map((act) => this.shown(act))));
  protected readonly block = computed(() => this.seen(() => headings.find((act) => act.isOn?.(this.editor())) ?? paragraph));
  protected readonly inTable = computed(() => this.seen(() => this.editor().isActive('table')));
  protected readonly groups = computed<ShownAct[][]>(() => this.seen(() => [history, marks, lists, inserts].map((group) => actsFor(this.editor(), group).map((act) => this.shown(act))).filter((group) => group.length > 0)));

  /** A tool whose state can be turned says what pressing it would do. */
  protected wordsOf(tool: ToolAct): string {
    const isOn = (tool.name === 'typography' && this.typography()) || (tool.name === 'focus' && this.focusing());
    return `drafts.tools.${tool.name}${isOn ? 'Off' : ''}`;
  }

  private seen<T>(read: () => T): T {
    this.tick();
    return read();
  }

  private shown(act: BlockAct): ShownAct {
    const editor = this.editor();
    return { act, isOn: act.isOn ? act.isOn(editor) : null, isOff: act.canRun ? !act.canRun(editor) : false };
  }
}
