import { DestroyRef, Directive, DOCUMENT, ElementRef, inject } from '@angular/core';

/** Below this many pixels it is the browser's own bar that came or went, not a keyboard. */
const smallestKeyboard = 120;

/** Knows how much of the window a phone's keyboard covers: `--keyboard` in pixels, and the class `typing`. */
@Directive({ selector: '[coKeyboardRoom]' })
export class KeyboardRoom {
  constructor() {
    const view = inject(DOCUMENT).defaultView;
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const visible = view?.visualViewport;
    if (!view || !visible) return;
    const measure = (): void => {
      const covered = Math.round(view.innerHeight - visible.height - visible.offsetTop);
      const isOpen = covered > smallestKeyboard;
      element.classList.toggle('typing', isOpen);
      element.style.setProperty('--keyboard', `${isOpen ? covered : 0}px`);
    };
    visible.addEventListener('resize', measure);
    visible.addEventListener('scroll', measure);
    inject(DestroyRef).onDestroy(() => {
      visible.removeEventListener('resize', measure);
      visible.removeEventListener('scroll', measure);
    });
  }
}
