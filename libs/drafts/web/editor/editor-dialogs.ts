import { inject, Injectable } from '@angular/core';
import type { Type } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { firstValueFrom } from 'rxjs';
import { footnoteText } from './footnote-node';
import type { ImageAnswer, ImageQuestion } from './image.dialog';
import { keptPlace } from '../sync/kept-place';
import type { LinkAnswer, LinkQuestion } from './link.dialog';
import type { NoteAnswer, NoteQuestion } from './note.dialog';
import { contentsOf, headingsOf } from './text-facts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the editor asks of the writer in a dialog, and does with the answer; each dialog comes when it is first asked for. */
@Injectable()
export class EditorDialogs {
  private readonly dialogs = inject(Dialogs);

  async link(editor: Editor): Promise<void> {
    const isLink = editor.isActive('link');
    const href = text(editor.getAttributes('link')['href']);
    const asksText = !isLink && editor.state.selection.empty;
    const headings = contentsOf(headingsOf(editor.state.doc));
    const answer = await this.ask<LinkAnswer, LinkQuestion>(import('./link.dialog').then((module) => module.LinkDialog), { href, text: '', asksText, headings });
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
    const place = keptPlace(editor, editor.state.selection.from);
    const answer = await this.askPicture({ draftId, existing: { src: text(src), alt: typeof alt === 'string' ? alt : null } });
    if (answer) setAttribute(editor, { place, type: 'image' }, { alt: answer.alt });
    else if (!editor.isDestroyed) editor.commands.focus();
  }

  /** One picture after the other: each is described. */
  async receive(editor: Editor, { draftId, files, position }: { draftId: string; files: readonly File[]; position: number | null }): Promise<void> {
    for (const file of files) await this.askImage(editor, { draftId, file }, position);
  }

  /** A new note at the caret, or the one the writer stands on. */
  async note(editor: Editor): Promise<void> {
    const { selection } = editor.state;
    if (selection instanceof NodeSelection && selection.node.type.name === 'footnote') return this.openNote(editor, selection.from);
    const answer = await this.askNote({ text: null });
    if (editor.isDestroyed) return;
    const chain = editor.chain().focus(editor.state.selection.to);
    if (answer === undefined || answer === 'remove') chain.run();
    else chain.insertContent({ type: 'footnote', attrs: { text: answer.text } }).run();
  }

  async openNote(editor: Editor, position: number): Promise<void> {
    const node = editor.state.doc.nodeAt(position);
    if (node?.type.name !== 'footnote') return;
    const place = keptPlace(editor, position);
    const answer = await this.askNote({ text: footnoteText(node) });
    if (editor.isDestroyed) return;
    if (answer === 'remove') takeAway(editor, place);
    else if (answer) setAttribute(editor, { place, type: 'footnote' }, { text: answer.text });
    else editor.commands.focus();
  }

  private askNote(question: NoteQuestion): Promise<NoteAnswer | undefined> {
    return this.ask<NoteAnswer, NoteQuestion>(import('./note.dialog').then((module) => module.NoteDialog), question);
  }

  private async askImage(editor: Editor, question: ImageQuestion, position: number | null): Promise<void> {
    const answer = await this.askPicture(question);
    if (!answer || editor.isDestroyed) return;
    const image = { type: 'image', attrs: answer };
    const chain = editor.chain().focus();
    if (position === null) chain.insertContent(image).run();
    else chain.insertContentAt(Math.min(position, editor.state.doc.content.size), image).run();
  }

  private askPicture(question: ImageQuestion): Promise<ImageAnswer | undefined> {
    return this.ask<ImageAnswer, ImageQuestion>(import('./image.dialog').then((module) => module.ImageDialog), question);
  }

  private async ask<Answer, Question>(dialog: Promise<Type<unknown>>, question: Question): Promise<Answer | undefined> {
    return firstValueFrom(this.dialogs.open<Answer, Question>(await dialog, question, { size: 'small' }).closed, { defaultValue: undefined });
  }
}

interface Wanted {
  readonly place: () => number | null;
  readonly type: string;
}

/** Others may have written, or taken the thing away, while the dialog was open. */
function setAttribute(editor: Editor, { place, type }: Wanted, attributes: Record<string, string>): void {
  const position = editor.isDestroyed ? null : place();
  const isThere = position !== null && editor.state.doc.nodeAt(position)?.type.name === type;
  if (!isThere) return;
  editor.chain().focus().command(({ tr }) => {
    for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(position, name, value);
    return true;
  }).run();
}

function takeAway(editor: Editor, place: () => number | null): void {
  const position = place();
  if (position === null || editor.state.doc.nodeAt(position)?.type.name !== 'footnote') return;
  editor.chain().focus().deleteRange({ from: position, to: position + 1 }).run();
}
