import type { IconName } from '@cohorte/ui/web/icons';

/** What helps to write without changing the text. Its words are `drafts.tools.<name>`. */
export interface ToolAct {
  readonly name: 'find' | 'replace' | 'focus' | 'typography' | 'shortcuts';
  readonly icon: IconName;
  readonly keys?: string;
}

export const focusTool: ToolAct = { name: 'focus', icon: 'maximize', keys: 'Ctrl+Maj+F' };
export const shortcutsTool: ToolAct = { name: 'shortcuts', icon: 'keyboard', keys: 'Ctrl+/' };

export const toolActs: readonly ToolAct[] = [
  { name: 'find', icon: 'search', keys: 'Ctrl+F' },
  { name: 'replace', icon: 'refresh-cw', keys: 'Ctrl+H' },
  focusTool,
  { name: 'typography', icon: 'quote' },
  shortcutsTool,
];
