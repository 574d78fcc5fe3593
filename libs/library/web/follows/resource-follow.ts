import { ChangeDetectionStrategy, Component, effect, inject, input, model, resource, signal } from '@angular/core';
import { openFollow, setFollow, type ResourcePage } from '@cohorte/library/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';

/** Being told of new versions of a resource, or not; its room is kept while it is asked. */
@Component({
  selector: 'co-resource-follow',
  imports: [Button, Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.follow'">
      @if (read.hasValue() && read.value().mayFollow) {
        <button coButton size="small" type="button" [attr.aria-pressed]="follows()" [loading]="busy()" (click)="turn()"><co-icon [name]="follows() ? 'check' : 'bell'" size="small" />{{ t('ask') }}</button>
      }
    </ng-container>
  `,
  styles: `:host { display: block; min-height: var(--co-control-small); }`,
})
export class ResourceFollow {
  readonly resource = input.required<Pick<ResourcePage, 'id' | 'title'>>();
  readonly follows = model(false);
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly read = resource({ params: () => this.resource().id, loader: ({ params }) => this.api.call(openFollow, { resourceId: params }) });
  protected readonly busy = signal(false);

  constructor() {
    effect(() => {
      if (this.read.hasValue()) this.follows.set(this.read.value().follows);
    });
  }

  protected async turn(): Promise<void> {
    const follows = !this.follows();
    this.busy.set(true);
    try {
      await this.api.call(setFollow, { resourceId: this.resource().id, follows });
      this.follows.set(follows);
      this.toasts.show(this.transloco.translate(`library.follow.${follows ? 'asked' : 'stopped'}`, { title: this.resource().title }));
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
    } finally {
      this.busy.set(false);
    }
  }
}
