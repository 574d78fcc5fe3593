import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, contentChildren, Directive, ElementRef, inject, input, model, TemplateRef } from '@angular/core';

/** The content of one tab: `<ng-template coTabPanel="versions" label="Versions">`. */
@Directive({ selector: 'ng-template[coTabPanel]' })
export class TabPanel {
  readonly coTabPanel = input.required<string>();
  readonly label = input.required<string>();
  readonly count = input<number | null>(null);
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

let total = 0;

/** Panels of one page behind tabs; only the shown one exists. For pages with an address, use `co-tab-links`. */
@Component({
  selector: 'co-tabs',
  imports: [NgTemplateOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="tablist" [attr.aria-label]="label()" (keydown)="move($event)" tabindex="-1">
      @for (panel of panels(); track panel.coTabPanel()) {
        <button type="button" role="tab" [id]="id + panel.coTabPanel()" [attr.aria-selected]="panel === shown()" [attr.aria-controls]="panel === shown() ? id + 'panel' : null"
          [tabindex]="panel === shown() ? 0 : -1" (click)="selected.set(panel.coTabPanel())">{{ panel.label() }}@if (panel.count() !== null) {<span class="count">{{ panel.count() }}</span>}</button>
      }
    </div>
    @if (shown(); as panel) {
      <div role="tabpanel" class="panel" tabindex="0" [id]="id + 'panel'" [attr.aria-labelledby]="id + panel.coTabPanel()"><ng-container [ngTemplateOutlet]="panel.template" /></div>
    }
  `,
  styles: `
    :host { display: block; min-width: 0; }
    [role=tablist] { display: flex; gap: var(--co-space-1); overflow-x: auto; border-bottom: 1px solid var(--co-hairline); scrollbar-width: none; }
    button { position: relative; flex: none; display: inline-flex; align-items: center; gap: var(--co-space-2); min-height: 44px; padding: 0 var(--co-space-3); border: 0; background: none; color: var(--co-soft); font-weight: 600; }
    button:hover { color: var(--co-ink); }
    button:focus-visible { outline-offset: -3px; border-radius: var(--co-radius); }
    [aria-selected=true] { color: var(--co-ink); }
    [aria-selected=true]::after { content: ''; position: absolute; inset: auto 0 0; height: 3px; background: var(--co-green); }
    .count { font-size: var(--co-text-xs); color: var(--co-soft); background: var(--co-sunk); border-radius: 10px; padding: 0 7px; }
    .panel { padding-top: var(--co-space-4); }
  `,
})
export class Tabs {
  readonly label = input.required<string>();
  readonly selected = model('');
  protected readonly panels = contentChildren(TabPanel);
  protected readonly shown = computed(() => this.panels().find((panel) => panel.coTabPanel() === this.selected()) ?? this.panels()[0]);
  protected readonly id = `co-tabs-${++total}-`;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly place = computed(() => this.panels().findIndex((panel) => panel === this.shown()));

  protected move(event: KeyboardEvent): void {
    const last = this.panels().length - 1;
    const now = this.place();
    const targets: Record<string, number> = { ArrowRight: now === last ? 0 : now + 1, ArrowLeft: now === 0 ? last : now - 1, Home: 0, End: last };
    const target = this.panels()[targets[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    this.selected.set(target.coTabPanel());
    this.element.querySelectorAll<HTMLElement>('[role=tab]')[this.panels().indexOf(target)]?.focus();
  }
}
