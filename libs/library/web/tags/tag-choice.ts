import { booleanAttribute, ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import { completeTags, fitsTag, tagKey, tagLongest, tagsMost, tidyTag } from '@cohorte/library/contract';
import { ApiClient } from '@cohorte/platform/web';
import { Field } from '@cohorte/ui/web/field';
import { Hidden } from '@cohorte/ui/web/hidden';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';

/** After the last letter, before asking. */
const typingMs = 150;

/** Words of one's own: a combobox that offers those of the network; Enter or a comma takes what is typed, leaving the box too. */
@Component({
  selector: 'co-tag-choice',
  imports: [Field, Hidden, Icon, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.tags'">
      <co-field [label]="label()" [help]="isFull() ? t('full', { most }) : help()" [optionalWord]="!single()" [fieldId]="fieldId()" [error]="problem() || error()">
        @if (chosen().length) {
          <ul class="chosen" role="list">@for (tag of chosen(); track tag) {<li><button type="button" [attr.aria-label]="t('letGo', { tag })" (click)="letGo(tag)">{{ tag }}<co-icon name="x" size="small" /></button></li>}</ul>
        }
        <div class="box">
          <input coInput type="text" role="combobox" autocomplete="off" autocapitalize="off" aria-autocomplete="list" [attr.maxlength]="longest" [attr.aria-controls]="listId()" [attr.aria-expanded]="isOpen()" [attr.aria-activedescendant]="active() < 0 ? null : optionId(active())"
            [readonly]="isFull()" [value]="typed()" (input)="type($any($event.target).value)" (focus)="begin()" (blur)="leave()" (keydown)="key($event)" />
          <ul class="offered" role="listbox" [id]="listId()" [attr.aria-label]="label()" [hidden]="!isOpen()">
            @for (tag of offered(); track tag; let at = $index) {
              <li role="option" tabindex="-1" [id]="optionId(at)" [attr.aria-selected]="at === active()" (pointerdown)="$event.preventDefault()" (click)="take(tag)" (keydown.enter)="take(tag)">{{ tag }}</li>
            }
          </ul>
        </div>
      </co-field>
      <span coHidden role="status">{{ said() }}</span>
    </ng-container>
  `,
  styleUrl: './tag-choice.css',
})
export class TagChoice {
  readonly label = input.required<string>();
  readonly help = input('');
  readonly error = input('');
  readonly fieldId = input.required<string>();
  /** Whose tags are offered; none without. */
  readonly networkId = input<string | undefined>();
  readonly chosen = input.required<readonly string[]>();
  /** One word only, which the next one replaces. */
  readonly single = input(false, { transform: booleanAttribute });
  readonly changed = output<string[]>();
  private readonly api = inject(ApiClient);
  private readonly transloco = inject(TranslocoService);
  protected readonly longest = tagLongest;
  protected readonly most = tagsMost;
  protected readonly typed = signal('');
  protected readonly problem = signal('');
  protected readonly said = signal('');
  private readonly asked = signal<string | undefined>(undefined);
  private readonly read = resource({
    params: () => (this.asked() === undefined || !this.networkId() ? undefined : { networkId: this.networkId() ?? '', q: this.asked() ?? '' }), loader: ({ params }) => this.api.call(completeTags, params),
  });
  protected readonly offered = computed(() => {
    const taken = new Set(this.chosen().map(tagKey));
    const begun = tagKey(this.typed());
    // Until the next answer comes, the last one stays as far as it fits what is typed.
    const fits = (key: string): boolean => !taken.has(key) && (key.startsWith(begun) || key.includes(` ${begun}`));
    return this.read.hasValue() ? this.read.value().tags.filter((tag) => fits(tagKey(tag))) : [];
  });
  protected readonly isFull = computed(() => !this.single() && this.chosen().length >= tagsMost);
  private readonly isHere = signal(false);
  protected readonly isOpen = computed(() => this.isHere() && !this.isFull() && this.offered().length > 0);
  /** None is chosen until an arrow says so: Enter takes what is typed. */
  protected readonly active = linkedSignal<readonly string[], number>({ source: this.offered, computation: () => -1 });
  protected readonly listId = computed(() => `${this.fieldId()}-offered`);
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected optionId(at: number): string {
    return `${this.listId()}-${at}`;
  }

  protected begin(): void {
    this.isHere.set(true);
    this.asked.set(this.typed().trim());
  }

  /** What is typed is taken with the box left: it would be lost with the form sent. */
  protected leave(): void {
    this.isHere.set(false);
    if (this.typed().trim()) this.take(this.typed());
  }

  protected type(text: string): void {
    clearTimeout(this.timer);
    this.problem.set('');
    this.isHere.set(true);
    if (/[,;|]$/.test(text)) return this.take(text.slice(0, -1));
    this.typed.set(text);
    this.timer = setTimeout(() => this.asked.set(text.trim()), typingMs);
  }

  protected key(event: KeyboardEvent): void {
    const acts: Record<string, () => boolean> = {
      ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Enter: () => this.enter(), Escape: () => this.close(), Backspace: () => this.eraseLast(),
    };
    if (acts[event.key]?.()) event.preventDefault();
  }

  protected take(text: string): void {
    clearTimeout(this.timer);
    const tag = tidyTag(text);
    if (!fitsTag(tag)) {
      this.typed.set(text);
      return this.problem.set(this.transloco.translate('library.tags.unfit'));
    }
    const isNew = !this.chosen().some((one) => tagKey(one) === tagKey(tag));
    this.typed.set('');
    this.problem.set('');
    this.asked.set('');
    if (isNew) this.changed.emit(this.single() ? [tag] : [...this.chosen(), tag]);
    this.said.set(this.transloco.translate(isNew ? 'library.tags.taken' : 'library.tags.alreadyTaken', { tag }));
  }

  protected letGo(tag: string): void {
    this.changed.emit(this.chosen().filter((one) => one !== tag));
    this.said.set(this.transloco.translate('library.tags.gone', { tag }));
  }

  private move(by: 1 | -1): boolean {
    const all = this.offered().length;
    this.isHere.set(true);
    // From the box to the list and back: -1 stands for the box.
    if (all) this.active.set(((this.active() + 1 + by + all + 1) % (all + 1)) - 1);
    return true;
  }

  /** With nothing to take, Enter sends the form as anywhere else. */
  private enter(): boolean {
    const tag = this.offered()[this.active()] ?? this.typed();
    if (!tag.trim()) return false;
    this.take(tag);
    return true;
  }

  private close(): boolean {
    const wasOpen = this.isOpen();
    this.isHere.set(false);
    return wasOpen;
  }

  private eraseLast(): boolean {
    const last = this.chosen().at(-1);
    if (this.typed() !== '' || last === undefined) return false;
    this.letGo(last);
    return true;
  }
}
