import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listFollows, type ResourceCard, setFollow } from '@cohorte/library/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Chip } from '@cohorte/ui/web/chip';
import { Icon } from '@cohorte/ui/web/icon';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ResourceWords } from '../resource-words';

/** Resources whose new versions I am told of, each with the way to stop. */
@Component({
  selector: 'co-followed-resources',
  imports: [Button, Chip, Icon, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section id="suivies" aria-labelledby="co-followed" *transloco="let t; prefix: 'library.follow'">
      <h2 id="co-followed">{{ t('mine') }}</h2>
      <p class="soft">{{ t('mineAbout') }} <a routerLink="/profil/notifications">{{ t('preferences') }}</a></p>
      @if (read.hasValue()) {
        <ul role="list">
          @for (one of read.value().resources; track one.id) {
            <li>
              <p><a [routerLink]="['/ressources', one.slug]">{{ one.title }}</a> <span class="soft">{{ words.line(one) }}</span> @if (one.state === 'retired') {<co-chip>{{ t('retired') }}</co-chip>}</p>
              <button coButton size="small" variant="quiet" type="button" [attr.aria-label]="t('stopOne', { title: one.title })" (click)="stop(one)"><co-icon name="x" size="small" />{{ t('stop') }}</button>
            </li>
          } @empty {<li class="soft">{{ t('none') }}</li>}
        </ul>
      } @else if (read.error()) {<p role="alert">{{ errors.of(read.error()) }} <button coButton size="small" type="button" (click)="read.reload()">{{ t('retry') }}</button></p>}
    </section>
  `,
  styles: `
    section { margin-top: var(--co-space-10); }
    h2 { font-size: var(--co-text-l); }
    ul { list-style: none; margin: var(--co-space-3) 0 0; padding: 0; }
    li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--co-space-1) var(--co-space-4); min-height: 44px; padding: var(--co-space-1) 0; border-top: 1px solid var(--co-hairline); overflow-wrap: anywhere; }
    li p { flex: 1 1 16rem; min-width: 0; }
    p > .soft, p > co-chip { margin-left: var(--co-space-2); }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
  `,
})
export class FollowedResources {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly errors = inject(ErrorWords);
  protected readonly words = inject(ResourceWords);
  protected readonly read = resource({ loader: () => this.api.call(listFollows, {}) });

  protected async stop({ id, title }: ResourceCard): Promise<void> {
    if (await this.set(id, false)) this.toasts.show(this.transloco.translate('library.follow.stopped', { title }), { undo: async () => void (await this.set(id, true)) });
  }

  private async set(resourceId: string, follows: boolean): Promise<boolean> {
    try {
      await this.api.call(setFollow, { resourceId, follows });
      return true;
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
      return false;
    } finally {
      this.read.reload();
    }
  }
}
