import { inject, Injectable } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { firstValueFrom } from 'rxjs';
import { ImageDialog } from './image.dialog';
import type { ImageAnswer, ImageQuestion } from './image.dialog';
import { LinkDialog } from './link.dialog';
import type { LinkAnswer, LinkQuestion } from './link.dialog';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the editor asks of the writer in a dialog, and does with the answer. */
@Injectable()
export class EditorDialogs {
  private readonly dialogs = inject(Dialogs);

  async link(editor: Editor): Promise<void> {
    const isLink = editor.isActive('link');
    const href = text(editor.getAttributes('link')['href']);
    const asksText = !isLink && editor.state.selection.empty;
    const shown = this.dialogs.open<LinkAnswer, LinkQuestion>(LinkDialog, { href, text: '', asksText }, { size: 'small' });
    const answer = await firstValueFrom(shown.closed, { defaultValue: undefined });
    const chain = editor.chain().focus();
    if (answer === undefined) return void chain.run();
    if (answer === 'remove') return void chain.extendMarkRange('link').unsetMark('link').run();
    const mark = { type: 'link', attrs: { href: answer.href } };
    if (asksText) chain.insertContent([{ type: 'text', text: answer.text, marks: [mark] }]).unsetMark('link').run();
    else chain.extendMarkRange('link').setMark('link', mark.attrs).run();
  }

  async image(editor: Editor, draftId: string): Promise<void> {
    if (!editor.isActive('image')) return this.askImage(editor, { draftId }, null);
    const { src, alt } = editor.getAttributes('image');
    const answer = await this.ask({ draftId, existing: { src: text(src), alt: text(alt) } });
    if (answer) editor.chain().focus().updateAttributes('image', { alt: answer.alt }).run();
  }

  /** One picture after the other: each is described. */
  async receive(editor: Editor, { draftId, files, position }: { draftId: string; files: readonly File[]; position: number | null }): Promise<void> {
    for (const file of files) await this.askImage(editor, { draftId, file }, position);
  }

  private async askImage(editor: Editor, question: ImageQuestion, position: number | null): Promise<void> {
    const answer = await this.ask(question);
    if (!answer || editor.isDestroyed) return;
    const image = { type: 'image', attrs: answer };
    const chain = editor.chain().focus();
    if (position === null) chain.insertContent(image).run();
    else chain.insertContentAt(Math.min(position, editor.state.doc.content.size), image).run();
  }

  private ask(question: ImageQuestion): Promise<ImageAnswer | undefined> {
    return firstValueFrom(this.dialogs.open<ImageAnswer, ImageQuestion>(ImageDialog, question, { size: 'small' }).closed, { defaultValue: undefined });
  }
}
