import { ChangeDetectionStrategy, Component } from '@angular/core';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Kbd } from '@cohorte/ui/web/kbd';
import { TranslocoPipe } from '@jsverse/transloco';
import { headings, history, inserts, lists, marks, paragraph } from './block-acts';
import type { BlockAct } from './block-acts';
import { toolActs } from './tool-acts';

interface Line {
  /** Key of the words in `drafts`. */
  readonly words: string;
  readonly keys: string;
  /** Shown where the document has this block. */
  readonly block?: string | undefined;
}

const linesOf = (acts: readonly BlockAct[]): Line[] => acts.flatMap(({ name, keys, block }) => (keys ? [{ words: `acts.${name}`, keys, block }] : []));
/** Keys of what only some documents hold. */
const blocksOfKeys: Readonly<Record<string, string>> = {
  mention: 'mention', tick: 'taskList', deeper: 'listItem', shallower: 'listItem', nextCell: 'table', previousCell: 'table', selectCells: 'table',
  mdHeading: 'heading', mdList: 'bulletList', mdOrdered: 'orderedList', mdTask: 'taskList', mdQuote: 'blockquote', mdRule: 'horizontalRule',
};
const others = (names: Record<string, string>): Line[] => Object.entries(names).map(([name, keys]) => ({ words: `shortcuts.${name}`, keys, block: blocksOfKeys[name] }));

const groups: readonly { readonly name: string; readonly lines: readonly Line[] }[] = [
  { name: 'text', lines: [...linesOf([...history, ...marks]), ...others({ selectAll: 'Ctrl+A', lineBreak: 'Maj+Entrée', pastePlain: 'Ctrl+Maj+V' })] },
  { name: 'blocks', lines: [...linesOf([paragraph, ...headings, ...lists, ...inserts]), ...others({ insert: '/', mention: '@', tick: 'Ctrl+Entrée', deeper: 'Tab', shallower: 'Maj+Tab' })] },
  { name: 'table', lines: others({ nextCell: 'Tab', previousCell: 'Maj+Tab', selectCells: 'Maj+↑↓←→', toolbar: 'Alt+F10' }) },
  { name: 'markdown', lines: others({ mdHeading: '# ## ###', mdList: '- *', mdOrdered: '1.', mdTask: '[ ]', mdQuote: '>', mdRule: '---', mdBold: '**…**', mdItalic: '*…*', mdStrike: '~~…~~', mdLink: '[…](…)' }) },
  { name: 'tools', lines: [...toolActs.flatMap(({ name, keys }) => (keys ? [{ words: `tools.${name}`, keys }] : [])), ...others({ nextProposal: 'F8', previousProposal: 'Maj+F8', acceptProposal: 'Alt+Maj+A', refuseProposal: 'Alt+Maj+R', leaveText: 'Échap Tab', uncorrect: 'Retour' })] },
];

/** Every key of the editor, on one page. */
@Component({
  selector: 'co-editor-shortcuts-dialog',
  imports: [DialogLayout, Kbd, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="'drafts.shortcuts.title' | transloco">
      <!-- Longer than the screen, with nothing to press: it is reached and scrolled by keyboard as a whole. -->
      <div tabindex="0" role="group" [attr.aria-label]="'drafts.shortcuts.title' | transloco">
      @for (group of groups; track group.name) {
        <section [attr.aria-labelledby]="'draft-keys-' + group.name">
          <h3 [id]="'draft-keys-' + group.name">{{ 'drafts.shortcuts.groups.' + group.name | transloco }}</h3>
          <dl>
            @for (line of group.lines; track line.words) {<div><dt>{{ 'drafts.' + line.words | transloco }}</dt><dd><co-kbd [keys]="caps(line.keys)" /></dd></div>}
          </dl>
        </section>
      }
      </div>
    </co-dialog-layout>
  `,
  styles: `
    section + section { margin-top: var(--co-space-5); }
    h3 { font-size: var(--co-text-s); margin-bottom: var(--co-space-1); }
    dl > div { display: flex; justify-content: space-between; gap: var(--co-space-4); padding: var(--co-space-2) 0; border-bottom: 1px solid var(--co-hairline); font-size: var(--co-text-s); }
    dd { flex: none; }
  `,
})
export class EditorShortcutsDialog {
  private readonly blocks = injectDialogData<readonly string[]>();
  protected readonly groups = groups
    .map(({ name, lines }) => ({ name, lines: lines.filter(({ block }) => block === undefined || this.blocks.includes(block)) }))
    .filter(({ lines }) => lines.length > 0);

  /** One cap a key; what is typed stays in one piece. */
  protected caps(keys: string): string {
    return /^(Ctrl|Maj|Alt)\+/.test(keys) ? keys.replaceAll('+', ' ') : keys;
  }
}
