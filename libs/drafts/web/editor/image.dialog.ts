import { ChangeDetectionStrategy, Component, DestroyRef, inject, signal } from '@angular/core';
import { ErrorWordsPipe } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { Progress } from '@cohorte/ui/web/progress';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe } from '@jsverse/transloco';
import { ImageUpload } from './image-upload.service';

export interface ImageQuestion {
  readonly draftId: string;
  /** A picture just dropped or pasted; absent when one has to be chosen. */
  readonly file?: File;
  /** A picture already in the text, whose description is to be changed. */
  readonly existing?: { readonly src: string; readonly alt: string | null };
}

export interface ImageAnswer {
  readonly src: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
}

/** Chooses a picture, asks what it shows for those who do not see it, and sends it. */
@Component({
  selector: 'co-image-dialog',
  imports: [Button, DialogLayout, ErrorWordsPipe, Field, Progress, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="(question.existing ? 'drafts.image.editTitle' : 'drafts.image.title') | transloco">
      <form id="draft-image" class="form" (submit)="send($event)">
        @if (!question.existing) {
          <co-field [label]="'drafts.image.file' | transloco" [help]="'drafts.image.fileHelp' | transloco" [error]="failure() ? (failure() | coErrorWords) : missing() ? ('drafts.image.fileMissing' | transloco) : ''">
            <input coInput type="file" accept="image/png,image/jpeg,image/gif,image/webp" (change)="choose($any($event.target).files)" />
          </co-field>
        }
        @if (preview(); as src) {<img [src]="src" alt="" />}
        <co-field [label]="'drafts.image.alt' | transloco" [help]="'drafts.image.altHelp' | transloco" [error]="altMissing() ? ('drafts.image.altMissing' | transloco) : ''">
          <input coInput maxlength="1000" autocomplete="off" [value]="alt()" [disabled]="decorative()" (input)="alt.set($any($event.target).value)" />
        </co-field>
        <label class="check"><input type="checkbox" [checked]="decorative()" (change)="decorative.set($any($event.target).checked)" /> {{ 'drafts.image.decorative' | transloco }}</label>
        @if (share() !== null) {<co-progress [label]="'drafts.image.sending' | transloco" [value]="share()" />}
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ 'drafts.cancel' | transloco }}</button>
        <button coButton variant="primary" type="submit" form="draft-image" [loading]="share() !== null">{{ (question.existing ? 'drafts.image.change' : 'drafts.image.insert') | transloco }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `
    .form { display: grid; gap: var(--co-space-4); }
    img { justify-self: start; max-width: 100%; max-height: 200px; border: 1px solid var(--co-hairline); border-radius: var(--co-radius); }
    .check { display: flex; gap: var(--co-space-2); align-items: baseline; }
  `,
})
export class ImageDialog {
  protected readonly question = injectDialogData<ImageQuestion>();
  protected readonly ref = inject<DialogRef<ImageAnswer>>(DialogRef);
  private readonly upload = inject(ImageUpload);

  protected readonly alt = signal(this.question.existing?.alt ?? '');
  protected readonly decorative = signal(this.question.existing?.alt === '');
  protected readonly share = signal<number | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly missing = signal(false);
  protected readonly altMissing = signal(false);
  protected readonly preview = signal<string | null>(this.question.existing?.src ?? null);
  private file: File | null = null;
  private cancel: () => void = () => undefined;

  constructor() {
    if (this.question.file) this.take(this.question.file);
    inject(DestroyRef).onDestroy(() => {
      this.cancel();
      this.forgetPreview();
    });
  }

  protected choose(files: FileList | null): void {
    const file = files?.[0];
    if (file) this.take(file);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.share() !== null) return;
    const alt = this.decorative() ? '' : this.alt().trim();
    this.altMissing.set(alt === '' && !this.decorative());
    this.missing.set(!this.question.existing && !this.file);
    if (this.altMissing() || this.missing()) return;
    if (this.question.existing) return this.ref.close({ src: this.question.existing.src, alt });
    if (this.file) await this.sendFile(this.file, alt);
  }

  private async sendFile(file: File, alt: string): Promise<void> {
    this.failure.set(null);
    this.share.set(0);
    try {
      const { done, cancel } = this.upload.send(this.question.draftId, file, (share) => this.share.set(share));
      this.cancel = cancel;
      const { src, width, height } = await done;
      this.ref.close({ src, width, height, alt });
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.share.set(null);
    }
  }

  private take(file: File): void {
    this.forgetPreview();
    this.file = file;
    this.missing.set(false);
    this.failure.set(null);
    this.preview.set(URL.createObjectURL(file));
  }

  private forgetPreview(): void {
    const shown = this.preview();
    if (shown?.startsWith('blob:')) URL.revokeObjectURL(shown);
  }
}
