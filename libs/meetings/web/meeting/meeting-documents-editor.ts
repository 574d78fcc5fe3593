import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { MeetingDocument, MeetingPage } from '@cohorte/meetings/contract';
import { ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { MeetingStore } from './meeting.store';

/** Its animators add and take away what is read before and kept after. */
@Component({
  selector: 'co-meeting-documents-editor',
  imports: [Button, Card, Field, Icon, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-card *transloco="let t; prefix: 'meetings.documents'" [heading]="t('title')" [note]="meeting().documents.length ? '' : t('none')">
      <ul role="list">
        @for (document of meeting().documents; track document.id) {
          <li><span>{{ document.title }} <span class="soft">({{ t('moments.' + document.moment) }})</span></span>
            <button coButton size="small" variant="quiet" type="button" [attr.aria-label]="t('remove', { title: document.title })" (click)="remove(document)"><co-icon name="trash-2" /></button></li>
        }
      </ul>
      @if (adding()) {
        <form novalidate (submit)="addLink($event)">
          <co-field [label]="t('moment')"><select coInput (change)="moment.set($any($event.target).value)"><option value="before" [selected]="moment() === 'before'">{{ t('moments.before') }}</option><option value="after" [selected]="moment() === 'after'">{{ t('moments.after') }}</option></select></co-field>
          <co-field [label]="t('name')" fieldId="co-document-title" [error]="problem() === 'title' ? t('needTitle') : ''"><input coInput maxlength="160" [value]="title()" (input)="title.set($any($event.target).value)" /></co-field>
          <co-field [label]="t('link')" [help]="t('linkHelp')" fieldId="co-document-url" [error]="problem() === 'url' ? t('needLink') : ''"><input coInput type="url" inputmode="url" maxlength="2000" [value]="url()" (input)="url.set($any($event.target).value)" /></co-field>
          <div class="acts">
            <button coButton size="small" type="submit" [loading]="busy()">{{ t('addLink') }}</button>
            <button coButton size="small" type="button" (click)="file.click()"><co-icon name="upload" />{{ t('addFile') }}</button>
            <button coButton size="small" variant="quiet" type="button" (click)="adding.set(false)">{{ t('close') }}</button>
          </div>
          <input #file hidden type="file" accept=".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg" (change)="addFile(file)" />
        </form>
      } @else {<button coButton size="small" type="button" (click)="adding.set(true)"><co-icon name="plus" />{{ t('add') }}</button>}
    </co-card>
  `,
  styles: `
    ul { list-style: none; margin: 0 0 var(--co-space-3); padding: 0; display: grid; gap: var(--co-space-1); }
    ul:empty { display: none; }
    li { display: flex; justify-content: space-between; align-items: center; gap: var(--co-space-2); overflow-wrap: anywhere; }
    form { display: grid; gap: var(--co-space-3); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    .soft { color: var(--co-soft); }
  `,
})
export class MeetingDocumentsEditor {
  readonly meeting = input.required<MeetingPage>();
  readonly changed = output();
  private readonly store = inject(MeetingStore);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly adding = signal(false);
  protected readonly busy = signal(false);
  protected readonly moment = signal<MeetingDocument['moment']>('before');
  protected readonly title = signal('');
  protected readonly url = signal('');
  protected readonly problem = signal<'title' | 'url' | null>(null);

  protected async addLink(event: Event): Promise<void> {
    event.preventDefault();
    const [title, url] = [this.title().trim(), this.url().trim()];
    this.problem.set(title === '' ? 'title' : /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url) ? null : 'url');
    if (this.problem()) return;
    if (await this.attempt(() => this.store.addLink(this.meeting().id, { moment: this.moment(), title, url }))) {
      this.title.set('');
      this.url.set('');
    }
  }

  protected async addFile(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    input.value = '';
    if (file) await this.attempt(() => this.store.addFile(this.meeting().id, this.moment(), file));
  }

  protected async remove(document: MeetingDocument): Promise<void> {
    const { id } = this.meeting();
    const gone = await this.attempt(() => this.store.removeDocument(id, document.id));
    const words = this.transloco.translate('meetings.documents.removed', { title: document.title });
    if (gone) this.toasts.show(words, { undo: async () => void (await this.attempt(() => this.store.restoreDocument(id, document.id))) });
  }

  private async attempt(run: () => Promise<unknown>): Promise<boolean> {
    this.busy.set(true);
    try {
      await run();
      this.changed.emit();
      return true;
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
