import type { EditorProps } from '@tiptap/pm/view';

/** Pixels kept free round the caret: the bars above the sheet, and on a phone the toolbar below it. */
const caretRoom = { top: 200, bottom: 140, left: 0, right: 0 };

/** What is to be said of the text; `active` is the chosen line of the menu under the caret, null when none is, undefined without a menu. */
export interface EditorDescription {
  readonly label: string;
  readonly isEditable: boolean;
  readonly active: string | null | undefined;
}

/** What assistive technology is told about the text: a field for writers, a document for readers. */
export function editorProps({ label, isEditable, active }: EditorDescription): EditorProps {
  const attributes: Record<string, string> = {
    id: 'draft-text',
    class: 'tiptap ProseMirror co-prose',
    'aria-label': label,
    role: isEditable ? 'textbox' : 'article',
    ...(isEditable ? { 'aria-multiline': 'true' } : {}),
    ...(active === undefined ? {} : { 'aria-controls': 'draft-choices' }),
    ...(typeof active === 'string' ? { 'aria-activedescendant': active } : {}),
  };
  return { scrollMargin: caretRoom, scrollThreshold: caretRoom, attributes };
}
