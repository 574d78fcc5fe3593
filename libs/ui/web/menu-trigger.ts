import { DOCUMENT } from '@angular/common';
import { DestroyRef, Directive, ElementRef, type EmbeddedViewRef, inject, Injector, input, output, signal, type TemplateRef, ViewContainerRef } from '@angular/core';

/** The press that opens a menu may end a scroll whose last event comes a frame later: that one does not close it. */
const settleMs = 120;

/** Opens a menu: `<button [coMenuTrigger]="menu">` with `<ng-template #menu><co-menu>…`. The menu follows its button in the page, in the top layer. */
@Directive({
  selector: '[coMenuTrigger]',
  host: {
    'aria-haspopup': 'menu',
    '[attr.aria-expanded]': 'isOpen()',
    '(click)': 'toggle()',
    '(keydown.arrowdown)': 'openBy($event)',
    '(keydown.arrowup)': "openBy($event, 'last')",
  },
})
export class MenuTrigger {
  readonly coMenuTrigger = input.required<TemplateRef<unknown>>();
  readonly menuOpened = output();
  readonly menuClosed = output();
  readonly isOpen = signal(false);
  /** Which item takes the focus when the menu appears. */
  startAt: 'first' | 'last' = 'first';
  readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly place = inject(ViewContainerRef);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private view: EmbeddedViewRef<unknown> | null = null;
  private settling: ReturnType<typeof setTimeout> | undefined;
  private readonly outside = (event: Event): void => {
    const target = event.target as Node;
    const inMenu = this.view?.rootNodes.some((node: Node) => node.contains(target));
    if (!inMenu && !this.element.contains(target)) this.close();
  };
  private readonly leave = (event: Event): void => {
    if (!(event.target instanceof Element && event.target.closest('co-menu'))) this.close();
  };

  constructor() {
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  toggle(): void {
    if (this.isOpen()) this.close(true);
    else this.open();
  }

  open(startAt: 'first' | 'last' = 'first'): void {
    if (this.isOpen()) return;
    this.startAt = startAt;
    this.isOpen.set(true);
    this.view = this.place.createEmbeddedView(this.coMenuTrigger(), {}, { injector: Injector.create({ parent: this.injector, providers: [{ provide: MenuTrigger, useValue: this }] }) });
    this.document.addEventListener('pointerdown', this.outside, true);
    this.settling = setTimeout(() => this.document.addEventListener('scroll', this.leave, true), settleMs);
    this.document.defaultView?.addEventListener('resize', this.leave);
    this.menuOpened.emit();
  }

  close(giveFocusBack = false): void {
    if (!this.isOpen()) return;
    if (giveFocusBack) this.element.focus();
    this.forget();
    this.menuClosed.emit();
  }

  protected openBy(event: Event, startAt: 'first' | 'last' = 'first'): void {
    event.preventDefault();
    this.open(startAt);
  }

  private forget(): void {
    this.isOpen.set(false);
    this.view?.destroy();
    this.view = null;
    this.document.removeEventListener('pointerdown', this.outside, true);
    clearTimeout(this.settling);
    this.document.removeEventListener('scroll', this.leave, true);
    this.document.defaultView?.removeEventListener('resize', this.leave);
  }
}
