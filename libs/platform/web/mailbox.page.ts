import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { emptyMailbox, type Letter, listLetters } from '@cohorte/platform/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApiClient } from './api-client';

const link = /https?:\/\/[^\s\]>)]+/g;

interface Piece {
  readonly text: string;
  readonly href?: string;
}

/** Cuts a letter's text where its links are, so that they can be pressed. */
export function withLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(link)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: match[0], href: match[0] });
    from = match.index + match[0].length;
  }
  return from < text.length ? [...pieces, { text: text.slice(from) }] : pieces;
}

/** The letters this machine kept instead of sending: for trying Cohorte, and for building it. */
@Component({
  selector: 'co-mailbox-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  templateUrl: './mailbox.page.html',
  styleUrl: './mailbox.page.css',
})
export class MailboxPage {
  private readonly api = inject(ApiClient);
  private readonly document = inject(DOCUMENT);
  protected readonly letters = resource({ loader: () => this.api.call(listLetters, {}).then((answer) => answer.letters) });

  protected pieces(letter: Letter): Piece[] {
    return withLinks(letter.text);
  }

  protected when(letter: Letter): string {
    return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Paris' }).format(new Date(letter.sentAt));
  }

  protected save({ filename, contentType, text }: Letter['attachments'][number]): void {
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: contentType }));
    link.download = filename;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  protected async empty(): Promise<void> {
    await this.api.call(emptyMailbox, {});
    this.letters.reload();
  }
}
