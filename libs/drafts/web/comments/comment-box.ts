import { afterNextRender, booleanAttribute, ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, Injector, input, output, signal, untracked, viewChild } from '@angular/core';
import { ErrorWords } from '@cohorte/platform/web';
import { Avatar } from '@cohorte/ui/web/avatar';
import { Button } from '@cohorte/ui/web/button';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { bodyAsText, commentLimits, mentionsIn } from '../../contract/comments/comment';
import { bodyOf, nameBeingTyped, peopleNamed } from './comment-words';
import type { NamedPerson } from './comment-words';
import { CommentStore } from './comment.store';
import type { Sending } from './comment.store';
import { keepWords, keptWords } from '../sync/kept-words';

let boxes = 0;

/** Where a comment is written: «@» names people, Ctrl+Entrée sends, and nothing typed is lost. */
@Component({
  selector: 'co-comment-box',
  imports: [Avatar, Button, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './comment-box.html',
  styleUrl: './comment-box.css',
})
export class CommentBox {
  /** What the words are kept under until they are sent. */
  readonly keptAs = input.required<string>();
  readonly label = input.required<string>();
  readonly action = input.required<string>();
  readonly send = input.required<(sending: Sending) => Promise<void>>();
  /** The comment being changed, and those it names. */
  readonly body = input('');
  readonly named = input<readonly NamedPerson[]>([]);
  readonly focused = input(false, { transform: booleanAttribute });
  readonly cancellable = input(false, { transform: booleanAttribute });
  readonly done = output();
  readonly cancelled = output();

  protected readonly comments = inject(CommentStore);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  protected readonly id = `co-comment-box-${++boxes}`;
  protected readonly text = signal('');
  private readonly chosen = signal<readonly NamedPerson[]>([]);
  private readonly caret = signal(0);
  private readonly isNaming = signal(false);
  protected readonly option = signal(0);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly isEmpty = computed(() => this.text().trim() === '');
  private readonly typing = computed(() => (this.isNaming() ? nameBeingTyped(this.text(), this.caret()) : null));
  protected readonly options = computed(() => {
    const typing = this.typing();
    return typing ? peopleNamed(this.comments.people().filter(({ personId }) => personId !== this.comments.personId()), typing.name) : [];
  });
  private sending: Sending | null = null;

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      const [key, body, named] = [this.keptAs(), this.body(), this.named()];
      untracked(() => this.open(key, body, named));
    });
    effect(() => {
      if (this.focused()) afterNextRender(() => this.focus(), { injector });
    });
  }

  focus(): void {
    const field = this.field().nativeElement;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }

  protected typed(field: HTMLTextAreaElement): void {
    this.text.set(field.value);
    this.problem.set('');
    this.isNaming.set(true);
    this.option.set(0);
    this.moved(field);
    keepWords(this.keptAs(), { text: field.value, chosen: this.chosen() });
  }

  protected moved(field: HTMLTextAreaElement): void {
    this.caret.set(field.selectionStart);
  }

  protected used(): void {
    if (this.comments.people().length === 0) void this.comments.loadPeople();
  }

  protected left(): void {
    this.isNaming.set(false);
  }

  protected key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return this.take(event, () => void this.submit());
    const count = this.options().length;
    if (count > 0 && this.keyInList(event, count)) return;
    // Words are not thrown away by a slip of the finger.
    if (event.key === 'Escape' && this.cancellable() && this.isEmpty()) this.take(event, () => this.cancel());
  }

  protected choose(person: NamedPerson): void {
    const typing = this.typing();
    if (!typing) return;
    const field = this.field().nativeElement;
    const start = `${this.text().slice(0, typing.from)}@${person.name} `;
    const whole = start + this.text().slice(this.caret()).replace(/^ /, '');
    this.chosen.update((chosen) => [...chosen.filter(({ name }) => name !== person.name), person]);
    field.value = whole;
    field.focus();
    field.setSelectionRange(start.length, start.length);
    this.typed(field);
    this.isNaming.set(false);
  }

  /** Closes the box; what was in it is not wanted any more. */
  protected cancel(): void {
    this.clear();
    this.cancelled.emit();
  }

  protected async submit(): Promise<void> {
    const body = bodyOf(this.text(), this.chosen());
    if (!body || this.busy()) return;
    if (body.length > commentLimits.body) return this.problem.set(this.transloco.translate('drafts.comments.tooLong', { max: commentLimits.body }));
    if (this.sending?.body !== body) this.sending = { body, requestId: crypto.randomUUID() };
    this.busy.set(true);
    try {
      await this.send()(this.sending);
      this.sending = null;
      this.clear();
      this.done.emit();
    } catch (error) {
      this.problem.set(this.errors.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private clear(): void {
    keepWords(this.keptAs(), { text: '', chosen: [] });
    this.text.set('');
  }

  private open(key: string, body: string, named: readonly NamedPerson[]): void {
    const names = new Map(named.map(({ personId, name }) => [personId, name]));
    const mine = { text: bodyAsText(body, (personId) => names.get(personId) ?? ''), chosen: named.filter(({ personId }) => mentionsIn(body).includes(personId)) };
    const { text, chosen } = keptWords(key) ?? mine;
    this.text.set(text);
    this.chosen.set(chosen);
    this.problem.set('');
  }

  private keyInList(event: KeyboardEvent, count: number): boolean {
    const acts: Record<string, () => void> = {
      ArrowDown: () => this.option.update((option) => (option + 1) % count),
      ArrowUp: () => this.option.update((option) => (option + count - 1) % count),
      Enter: () => this.chooseAt(this.option()),
      Tab: () => this.chooseAt(this.option()),
      Escape: () => this.isNaming.set(false),
    };
    const act = event.altKey || event.shiftKey ? undefined : acts[event.key];
    if (act) this.take(event, act);
    return act !== undefined;
  }

  private chooseAt(option: number): void {
    const person = this.options()[option];
    if (person) this.choose(person);
  }

  private take(event: Event, act: () => void): void {
    event.preventDefault();
    event.stopPropagation();
    act();
  }
}
