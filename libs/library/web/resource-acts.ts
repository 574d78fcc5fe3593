import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { publishResource, removeResource, type ResourcePage, restoreResource, retireResource, sendBackResource, submitResource } from '@cohorte/library/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Icon } from '@cohorte/ui/web/icon';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { NoteDialog } from './note.dialog';

/** What the reader may do with a resource; loaded only for who may do something. */
@Component({
  selector: 'co-resource-acts',
  imports: [Button, Icon, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="acts co-no-print" role="group" *transloco="let t; prefix: 'library.acts'" [attr.aria-label]="t('label')">
      @if (resource().may.publish) {<button coButton variant="primary" type="button" [loading]="busy()" (click)="publish()"><co-icon name="check" />{{ t('publish') }}</button>}
      @else if (resource().may.submit) {<button coButton variant="primary" type="button" [loading]="busy()" (click)="submit()"><co-icon name="send" />{{ t('submit') }}</button>}
      @if (resource().may.sendBack) {<button coButton type="button" (click)="sendBack()"><co-icon name="undo-2" />{{ t('sendBack') }}</button>}
      @if (resource().may.edit) {<a coButton [routerLink]="['/ressources', resource().slug, 'modifier']"><co-icon name="pencil" />{{ t('edit') }}</a>}
      @if (resource().may.restore) {<button coButton type="button" [loading]="busy()" (click)="restore()"><co-icon name="history" />{{ t('restore') }}</button>}
      @if (resource().may.retire) {<button coButton variant="quiet" type="button" (click)="retire()"><co-icon name="eye-off" />{{ t('retire') }}</button>}
      @if (resource().may.remove) {<button coButton variant="quiet" type="button" (click)="remove()"><co-icon name="trash-2" />{{ t('remove') }}</button>}
    </div>
  `,
  styles: `.acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); margin-bottom: var(--co-space-6); }`,
})
export class ResourceActs {
  readonly resource = input.required<ResourcePage>();
  readonly changed = output();
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly busy = signal(false);

  protected publish(): void {
    void this.attempt(() => this.api.call(publishResource, this.aimed()), 'published');
  }

  protected submit(): void {
    void this.attempt(() => this.api.call(submitResource, this.aimed()), 'submitted');
  }

  protected restore(): void {
    void this.attempt(() => this.api.call(restoreResource, this.aimed()), 'restored');
  }

  protected async sendBack(): Promise<void> {
    const note = await this.ask('sendBack');
    // A draft again, it is its author's alone.
    if (note && (await this.attempt(() => this.api.call(sendBackResource, { ...this.aimed(), note }), 'sentBack', false))) await this.router.navigate(['/ressources/a-valider']);
  }

  protected async retire(): Promise<void> {
    const note = await this.ask('retire');
    if (note) await this.attempt(() => this.api.call(retireResource, { ...this.aimed(), note }), 'retired');
  }

  protected async remove(): Promise<void> {
    const { id, title } = this.resource();
    const sure = await this.dialogs.confirm({ title: this.say('removeTitle'), text: this.say('removeText', { title }), confirm: this.say('remove'), danger: true });
    if (sure && (await this.attempt(() => this.api.call(removeResource, { resourceId: id }), 'removed', false))) await this.router.navigate(['/ressources/mes-depots']);
  }

  private ask(act: 'sendBack' | 'retire'): Promise<string | undefined> {
    return firstValueFrom(this.dialogs.open<string>(NoteDialog, { act }).closed, { defaultValue: undefined });
  }

  private aimed(): { resourceId: string; version: number } {
    return { resourceId: this.resource().id, version: this.resource().version };
  }

  private async attempt(run: () => Promise<unknown>, done: string, again = true): Promise<boolean> {
    this.busy.set(true);
    try {
      await run();
      this.toasts.show(this.say(done, { title: this.resource().title }));
      if (again) this.changed.emit();
      return true;
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
      this.changed.emit();
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private say(key: string, values: Record<string, string> = {}): string {
    return this.transloco.translate(`library.acts.${key}`, values);
  }
}
