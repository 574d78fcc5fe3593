import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { addComment, listComments, removeComment, type ResourceComment, type ResourcePage } from '@cohorte/library/contract';
import { ApiClient, ApiError, ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ResourceWords } from './resource-words';

/** What people of the network used a resource for; silent for those who are not of it. */
@Component({
  selector: 'co-resource-comments',
  imports: [Button, Checkbox, Field, Icon, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.comments'">
      @if (told(); as it) {
        <section aria-labelledby="co-comments">
          <h2 id="co-comments">{{ t('title') }}</h2>
          <ul role="list">
            @for (one of it.comments; track one.id) {
              <li>
                <p class="who"><strong>{{ one.structureName ?? one.authorName ?? t('erased') }}</strong> <span class="soft">@if (one.structureName && one.authorName) { {{ one.authorName }} · }{{ words.day(one.writtenAt) }}@if (one.edition !== resource().latestEdition) { · {{ t('edition', { number: one.edition }) }}}</span></p>
                <p class="body">{{ one.body }}</p>
                @if (one.mayRemove) {<button coButton size="small" variant="quiet" type="button" [attr.aria-label]="t('removeOne', { name: one.structureName ?? one.authorName ?? t('erased') })" (click)="remove(one)"><co-icon name="trash-2" />{{ t('remove') }}</button>}
              </li>
            } @empty {<li class="soft">{{ t('none') }}</li>}
          </ul>
          @if (it.mayWrite) {
            <form novalidate (submit)="add($event)">
              <co-field [label]="t('write')" [help]="t('help')" [error]="tried() && !fits() ? t('needWords') : ''"><textarea coInput rows="3" maxlength="1500" [value]="text()" (input)="text.set($any($event.target).value)"></textarea></co-field>
              @if (!follows()) {<co-checkbox [label]="t('follow')" [(checked)]="follow" />}
              <button coButton type="submit" [loading]="busy()">{{ t('send') }}</button>
            </form>
          }
        </section>
      }
    </ng-container>
  `,
  styles: `
    section { margin-top: var(--co-space-10); max-width: 46rem; }
    h2 { margin-bottom: var(--co-space-3); font-size: var(--co-text-l); }
    ul { list-style: none; margin: 0 0 var(--co-space-4); padding: 0; }
    li { padding: var(--co-space-3) 0; border-top: 1px solid var(--co-hairline); overflow-wrap: anywhere; }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
    .body { white-space: pre-line; }
    form { display: grid; gap: var(--co-space-3); justify-items: start; }
    co-field { width: 100%; }
  `,
})
export class ResourceComments {
  readonly resource = input.required<ResourcePage>();
  /** Told of its new versions already: there is nothing to ask. */
  readonly follows = input(false);
  readonly followed = output();
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly words = inject(ResourceWords);
  private readonly read = resource({ params: () => this.resource().id, loader: ({ params }) => this.load(params) });
  protected readonly told = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly text = signal('');
  protected readonly tried = signal(false);
  protected readonly follow = signal(true);
  protected readonly busy = signal(false);
  protected readonly fits = computed(() => this.text().trim().length >= 3);

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (!this.fits()) return;
    const follow = !this.follows() && this.follow();
    if (await this.attempt(() => this.api.call(addComment, { resourceId: this.resource().id, body: this.text(), follow }), 'sent')) {
      if (follow) this.followed.emit();
      this.text.set('');
      this.tried.set(false);
    }
  }

  protected remove(one: ResourceComment): void {
    void this.attempt(() => this.api.call(removeComment, { resourceId: this.resource().id, commentId: one.id }), 'removed');
  }

  /** Of another network's public resource there is nothing to tell here. */
  private async load(resourceId: string) {
    try {
      return await this.api.call(listComments, { resourceId });
    } catch (failure) {
      if (failure instanceof ApiError && failure.kind === 'not-found') return null;
      throw failure;
    }
  }

  private async attempt(run: () => Promise<unknown>, done: string): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    try {
      await run();
      this.toasts.show(this.transloco.translate(`library.comments.${done}`));
      this.read.reload();
      return true;
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
