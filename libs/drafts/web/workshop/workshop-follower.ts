import { signal } from '@angular/core';
import type { Editor } from '@tiptap/core';
import type { SheetPlace } from '../../contract/drafts.contract';
import { distanceTo, placeAt } from '../sheet-place';

/** The facilitator's page is shown at most this often, in milliseconds. */
const showEvery = 300;
/** Closer than this many pixels is there already. */
const near = 4;
const scrollKeys = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' ']);

export interface FollowerNeeds {
  readonly view: Window;
  readonly editor: () => Editor | null;
  /** Pixels from the top of the screen to where the text begins, under the bars. */
  readonly line: () => number;
  readonly leads: () => boolean;
  readonly follows: () => boolean;
  readonly show: (place: SheetPlace) => void;
}

/** Leads the others' pages when this person facilitates; otherwise follows, until the person scrolls or writes. */
export class WorkshopFollower {
  /** False once the person went their own way. */
  readonly together = signal(true);
  private timer = 0;
  private shown: SheetPlace | null = null;
  private readonly stops: (() => void)[] = [];

  constructor(private readonly needs: FollowerNeeds) {
    const { view } = needs;
    this.listen('scroll', () => this.showSoon());
    this.listen('wheel', () => this.wander());
    this.listen('touchmove', () => this.wander());
    this.listen('keydown', (event) => this.onKey(event as KeyboardEvent));
    // A press on the scrollbar reaches no element but the page itself.
    this.listen('pointerdown', (event) => event.target === view.document.documentElement && this.wander());
  }

  stop(): void {
    for (const stop of this.stops.splice(0)) stop();
    this.needs.view.clearTimeout(this.timer);
  }

  /** Goes back to following, at once where the facilitator is. */
  rejoin(place: SheetPlace | null): void {
    this.together.set(true);
    if (place) this.go(place);
  }

  /** The facilitator's page moved. */
  moved(place: SheetPlace): void {
    if (this.needs.follows() && this.together()) this.go(place);
  }

  /** The person writes or scrolls: their page is theirs again. */
  wander(): void {
    if (!this.needs.follows() || !this.together()) return;
    this.together.set(false);
    // A movement towards the facilitator that is under way would go on against the hand.
    const { view } = this.needs;
    view.scrollTo({ top: view.scrollY, behavior: 'instant' });
  }

  /** Shows where this page stands, now and once more when the movement has ended. */
  showSoon(): void {
    if (!this.needs.leads() || this.timer) return;
    this.timer = this.needs.view.setTimeout(() => {
      this.timer = 0;
      this.showNow();
    }, showEvery);
  }

  showNow(): void {
    const editor = this.needs.editor();
    if (!editor || editor.isDestroyed || !this.needs.leads()) return;
    const place = placeAt(editor.view, this.needs.line());
    if (!place || (this.shown && same(this.shown, place))) return;
    this.shown = place;
    this.needs.show(place);
  }

  private go(place: SheetPlace): void {
    const editor = this.needs.editor();
    const { view } = this.needs;
    const distance = editor && !editor.isDestroyed ? distanceTo(editor.view, place, this.needs.line()) : null;
    if (distance === null || Math.abs(distance) < near) return;
    const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
    view.scrollBy({ top: distance, behavior: calm ? 'instant' : 'smooth' });
  }

  private onKey(event: KeyboardEvent): void {
    const inText = this.needs.editor()?.view.dom.contains(event.target as Node) === true;
    const inField = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT|BUTTON)$/.test(event.target.tagName);
    if (inText ? event.key.length === 1 || scrollKeys.has(event.key) || event.key === 'Enter' : !inField && scrollKeys.has(event.key)) this.wander();
  }

  private listen(name: string, act: (event: Event) => void): void {
    this.needs.view.addEventListener(name, act, { passive: true });
    this.stops.push(() => this.needs.view.removeEventListener(name, act));
  }
}

const same = (one: SheetPlace, other: SheetPlace): boolean => one.fraction === other.fraction && one.position.join() === other.position.join();
