import { ChangeDetectionStrategy, Component, computed, DestroyRef, DOCUMENT, effect, ElementRef, inject, input, signal, untracked, viewChild, ViewEncapsulation } from '@angular/core';
import { ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Icon } from '@cohorte/ui/web/icon';
import { Shortcuts } from '@cohorte/ui/web/shortcuts.service';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe } from '@jsverse/transloco';
import type { VersionMoment } from '../../contract/versions/draft-version';
import { draftNodes } from '../draft-html';
import type { VersionActs } from './version-acts';
import { authoredNodes, changePlaces, comparedNodes } from './version-nodes';
import { VersionWords } from './version-words';
import type { ShownVersion, VersionStore } from './version.store';

interface Choice {
  readonly seq: number;
  readonly words: string;
}

/** A version, or two compared, in place of the text; the text itself waits behind, alive. */
@Component({
  selector: 'co-version-sheet',
  imports: [Banner, Button, CountPipe, ErrorWordsPipe, Icon, Skeleton, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  // The text's own elements come as HTML, out of reach of scoped styles; every rule begins with this selector.
  encapsulation: ViewEncapsulation.None,
  templateUrl: './version-sheet.html',
  styleUrl: './version-sheet.css',
})
export class VersionSheet {
  readonly store = input.required<VersionStore>();
  readonly acts = input.required<VersionActs>();

  protected readonly words = inject(VersionWords);
  private readonly document = inject(DOCUMENT);
  private readonly article = viewChild<ElementRef<HTMLElement>>('article');
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly shown = computed<ShownVersion | null>(() => (this.store().shown.hasValue() ? (this.store().shown.value() ?? null) : null));
  protected readonly read = computed(() => pick(this.shown(), 'read'));
  protected readonly compared = computed(() => pick(this.shown(), 'compare'));
  protected readonly place = signal(0);
  protected readonly status = signal('');
  private places: HTMLElement[] = [];

  protected readonly title = computed(() => {
    if (this.store().view()?.kind === 'compare') return this.words.word('sheet.comparing');
    const text = this.read()?.text;
    if (!text) return '';
    return this.isPresent() ? this.words.word('sheet.present') : this.words.moment(text.version);
  });
  protected readonly isPresent = computed(() => {
    const view = this.store().view();
    return view?.kind === 'read' && view.seq === null;
  });
  protected readonly isUpToNow = computed(() => {
    const view = this.store().view();
    return view?.kind === 'compare' && view.to === null;
  });
  protected readonly legend = computed(() => {
    const people = this.compared()?.comparison.people ?? [];
    const { nameOf, tintOf } = this.words.sayings(people);
    return people.map(({ personId }) => ({ personId, name: nameOf(personId), tint: `co-tint-${tintOf(personId)}` }));
  });
  /** The versions one may compare with, and the two that are compared. */
  protected readonly choices = computed<Choice[]>(() => {
    const listed = (this.store().versions() ?? []).map(({ seq, endedAt, name }) => ({ seq, words: this.labelOf({ seq, at: endedAt, name }) }));
    const comparison = this.compared()?.comparison;
    const shown = comparison ? [comparison.from, comparison.to].map((moment) => ({ seq: moment.seq, words: this.labelOf(moment) })) : [];
    return [...new Map([...shown, ...listed].map((choice) => [choice.seq, choice])).values()].sort((one, other) => other.seq - one.seq);
  });

  constructor() {
    const shortcuts = inject(Shortcuts);
    const forget = [
      shortcuts.register({ keys: 'n', label: () => this.words.word('sheet.shortcutNext'), run: () => this.go(1) }),
      shortcuts.register({ keys: 'p', label: () => this.words.word('sheet.shortcutPrevious'), run: () => this.go(-1) }),
    ];
    inject(DestroyRef).onDestroy(() => forget.forEach((away) => away()));
    effect(() => {
      const [shown, article, view] = [this.shown(), this.article()?.nativeElement, this.store().view()];
      if (shown && article) untracked(() => this.draw(article, shown, view?.kind === 'read' && view.authors));
    });
    // Opened by a press in the list or by a link: whoever listens hears which version it is.
    effect(() => {
      this.store().view();
      this.heading()?.nativeElement.focus({ preventScroll: true });
    });
  }

  protected go(step: 1 | -1): void {
    const total = this.places.length;
    if (total === 0) return;
    const former = this.place();
    const now = former === 0 ? (step === 1 ? 1 : total) : ((former - 1 + step + total) % total) + 1;
    const target = this.places[now - 1];
    this.places[former - 1]?.classList.remove('co-change-now');
    target?.classList.add('co-change-now');
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'center' });
    this.place.set(now);
    this.status.set(this.words.word('sheet.place', { now, total, what: target?.title ?? '' }));
  }

  protected choose(which: 'from' | 'to', value: string): void {
    const view = this.store().view();
    if (view?.kind !== 'compare') return;
    const seq = value === '' ? null : Number(value);
    if (which === 'to') this.store().show({ ...view, to: seq });
    else if (seq !== null) this.store().show({ ...view, from: seq });
  }

  protected close(): void {
    this.store().show(null);
  }

  private draw(article: HTMLElement, shown: ShownVersion, authors: boolean | undefined): void {
    article.replaceChildren(...this.nodesOf(shown, authors === true));
    this.places = shown.kind === 'compare' ? changePlaces(article) : [];
    this.place.set(0);
    this.status.set('');
  }

  private nodesOf(shown: ShownVersion, authors: boolean): Node[] {
    if (shown.kind === 'compare') return comparedNodes(shown.comparison.html, this.document, this.words.sayings(shown.comparison.people));
    const { html, lines, people } = shown.text;
    return authors ? authoredNodes(html, this.document, { lines, sayings: this.words.sayings(people) }) : [...draftNodes(html, this.document)];
  }

  private labelOf({ name, at }: VersionMoment): string {
    return name === null ? this.words.when(at) : `${name} (${this.words.when(at)})`;
  }
}

function pick<K extends ShownVersion['kind']>(shown: ShownVersion | null, kind: K): Extract<ShownVersion, { kind: K }> | null {
  return shown?.kind === kind ? (shown as Extract<ShownVersion, { kind: K }>) : null;
}
