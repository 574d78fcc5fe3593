import { People } from '@cohorte/identity/server';
import { ActorService } from '@cohorte/networks/server';
import { Config } from '@cohorte/platform/server';
import type { Mail, Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { bodyAsText, mayComment } from '../../contract';
import { commentLetter } from './comment-letter';
import type { ToldComment } from './comment-notices';
import { CommentPreferences } from './comment-preferences.service';
import { DraftService } from '../draft.service';

interface Told {
  readonly threadId: string;
  readonly personId: string;
  readonly comments: readonly ToldComment[];
}

interface Subject {
  draft_id: string;
  title: string;
  quote: string;
}

/** Writes the letter about a thread to one person: nothing when they may not read it any more, or did not want it. */
@Injectable()
export class CommentLetters {
  constructor(
    private readonly actors: ActorService,
    private readonly drafts: DraftService,
    private readonly people: People,
    private readonly preferences: CommentPreferences,
    private readonly config: Config,
  ) {}

  async compose(tx: Tx, { threadId, personId, comments }: Told): Promise<Mail | null> {
    const wantsReplies = await this.preferences.wantsReplies(tx, personId);
    const wanted = comments.filter((comment) => comment.isMention || wantsReplies);
    const [subject] = await tx.query<Subject[]>(
      'SELECT t.draft_id, t.quote, d.title FROM drafts_thread t JOIN drafts_draft d ON d.id = t.draft_id WHERE t.id = $1', [threadId]);
    const [contact] = await this.people.contactsOf(tx, [personId]);
    if (wanted.length === 0 || !subject || !contact || !(await this.mayRead(personId, subject.draft_id))) return null;
    const names = await this.people.namesOf(tx, wanted.flatMap((comment) => [comment.authorId, ...comment.mentions]));
    const nameOf = (id: string): string | null => names.get(id) ?? null;
    const letter = commentLetter({
      language: contact.language,
      title: subject.title,
      quote: subject.quote,
      comments: wanted.map((comment) => ({ author: nameOf(comment.authorId), isMention: comment.isMention, text: bodyAsText(comment.body, (id) => nameOf(id) ?? '…') })),
      link: `${this.config.value.publicUrl}/documents/${subject.draft_id}?panneau=commentaires&fil=${threadId}`,
    });
    return { to: contact.email, letter };
  }

  private async mayRead(personId: string, draftId: string): Promise<boolean> {
    const right = await this.drafts.rightOf(await this.actors.actorOf({ personId }), draftId);
    return mayComment({ personId, right }, 'read');
  }
}
