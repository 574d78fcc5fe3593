import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { byUse, type Candidate, nominateResource, stateUse, type ToolboxPage, type UseFact, useFacts, withdrawNomination } from '@cohorte/library/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Chip } from '@cohorte/ui/web/chip';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Icon } from '@cohorte/ui/web/icon';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { NominateDialog, type Nomination } from './nominate.dialog';
import { ResourceWords } from './resource-words';
import { UseWords } from './use-words';

/** What is nominated, the most used first; a structure states once what it does with each. */
@Component({
  selector: 'co-toolbox-nominations',
  imports: [Button, Chip, Icon, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section aria-labelledby="co-nominated" *transloco="let t; prefix: 'library.toolbox'">
      <div class="head"><h2 id="co-nominated">{{ t('nominated') }}</h2><button coButton type="button" (click)="nominate()"><co-icon name="plus" />{{ t('nominate') }}</button></div>
      <p class="soft">{{ t(toolbox().may.vote ? 'nominatedAbout' : 'nominatedOnlookers') }}</p>
      <ul role="list">
        @for (one of candidates(); track one.resourceId) {
          <li>
            <div class="what">
              <h3><a [routerLink]="['/ressources', one.slug]">{{ one.title }}</a> @if (isSelected(one)) {<co-chip tone="green" icon="check">{{ t('selected') }}</co-chip>}</h3>
              <p class="soft">{{ words.line(one) }}@if (one.nominatedBy; as name) { · {{ t('by', { name }) }}}</p>
              @if (one.reason) {<p>{{ one.reason }}</p>}
              @if (uses.of(one); as said) {<p class="soft">{{ said }}</p>}
            </div>
            <div class="acts">
              @for (structure of toolbox().structures; track structure.id) {
                <div class="facts" role="group" [attr.aria-label]="t('stateFor', { title: one.title, name: structure.name })">
                  <span class="soft">{{ structure.name }}</span>
                  @for (fact of facts; track fact) {<button type="button" [attr.aria-pressed]="one.mine[structure.id] === fact" (click)="state(one, structure.id, fact)">{{ t('fact.' + fact) }}</button>}
                </div>
              }
              @if (one.mayWithdraw) {<button coButton size="small" variant="quiet" type="button" [attr.aria-label]="t('withdrawOne', { title: one.title })" (click)="withdraw(one)">{{ t('withdraw') }}</button>}
            </div>
          </li>
        } @empty {<li class="soft">{{ t('nobodyYet') }}</li>}
      </ul>
    </section>
  `,
  styles: `
    .head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: var(--co-space-3); }
    h2 { font-size: var(--co-text-l); }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
    ul { list-style: none; margin: var(--co-space-3) 0 0; padding: 0; }
    li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--co-space-2) var(--co-space-5); padding: var(--co-space-4) 0; border-top: 1px solid var(--co-hairline); overflow-wrap: anywhere; }
    h3 { font-size: var(--co-text-s); }
    h3 a { color: var(--co-ink); text-decoration-color: var(--co-hairline); }
    h3 co-chip { margin-left: var(--co-space-2); }
    .acts { display: grid; gap: var(--co-space-2); justify-items: end; align-content: start; }
    .facts { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 0; }
    .facts .soft { margin-right: var(--co-space-2); }
    .facts button { min-height: 32px; padding: 0 var(--co-space-3); border: 1px solid var(--co-edge); background: var(--co-surface); color: var(--co-ink); font-size: var(--co-text-xs); }
    .facts button + button { margin-left: -1px; }
    .facts button[aria-pressed='true'] { background: var(--co-green); border-color: var(--co-green); color: var(--co-on-green); font-weight: 650; }
    .facts button:focus-visible { position: relative; z-index: 1; }
    @media (max-width: 700px) { li { grid-template-columns: minmax(0, 1fr); } .acts { justify-items: start; } .facts { justify-content: flex-start; } .facts button { min-height: 40px; } .facts .soft { flex: 1 0 100%; } }
  `,
})
export class ToolboxNominations {
  readonly toolbox = input.required<ToolboxPage>();
  readonly changed = output();
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly words = inject(ResourceWords);
  protected readonly uses = inject(UseWords);
  protected readonly facts = useFacts;
  private readonly busy = signal(false);
  protected readonly candidates = computed(() => byUse(this.toolbox().candidates));

  protected isSelected({ resourceId }: Candidate): boolean {
    return this.toolbox().items.some((item) => item.resourceId === resourceId);
  }

  protected async nominate(): Promise<void> {
    const given = { taken: this.toolbox().candidates.map(({ resourceId }) => resourceId) };
    const chosen = await firstValueFrom(this.dialogs.open<Nomination>(NominateDialog, given).closed, { defaultValue: undefined });
    if (chosen) await this.attempt(() => this.api.call(nominateResource, { toolboxId: this.toolbox().id, resourceId: chosen.resourceId, reason: chosen.reason }), 'nominatedDone', chosen.title);
  }

  /** Pressed again, a statement is taken back. */
  protected state(one: Candidate, structureId: string, fact: UseFact): void {
    const next = one.mine[structureId] === fact ? null : fact;
    void this.attempt(() => this.api.call(stateUse, { toolboxId: this.toolbox().id, resourceId: one.resourceId, structureId, fact: next }));
  }

  protected withdraw(one: Candidate): void {
    void this.attempt(() => this.api.call(withdrawNomination, { toolboxId: this.toolbox().id, resourceId: one.resourceId }), 'withdrawn', one.title);
  }

  private async attempt(run: () => Promise<unknown>, done?: string, title = ''): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await run();
      if (done) this.toasts.show(this.transloco.translate(`library.toolbox.${done}`, { title }));
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
    } finally {
      this.busy.set(false);
      this.changed.emit();
    }
  }
}
