import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, model, signal } from '@angular/core';
import { type AgendaPart, agendaTimes, agendaTotals, movePart, partKinds, type Sitting } from '@cohorte/meetings/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective } from '@jsverse/transloco';
import { AgendaGroupsEditor } from './agenda-groups-editor';
import { newGroup, newPart } from './meeting-form';
import { timeIn } from './meeting-when';
import { MeetingLengthPipe } from './meeting-words';

/** The parts of a meeting in their order, each with the clock it falls on; moved with the arrows of its row or of the keyboard. */
@Component({
  selector: 'co-agenda-editor',
  imports: [AgendaGroupsEditor, Banner, Button, Field, Icon, MeetingLengthPipe, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './agenda-editor.html',
  styleUrl: './agenda-editor.css',
})
export class AgendaEditor {
  readonly parts = model.required<readonly AgendaPart[]>();
  readonly sittings = input<readonly Sitting[]>([]);
  /** Minutes of each sitting, dated or not. */
  readonly lengths = input.required<readonly number[]>();
  readonly zone = input.required<string>();
  readonly speakers = input<readonly { readonly id: string; readonly name: string }[]>([]);
  /** Sentences of what was refused, by the id of their control. */
  readonly problems = input<ReadonlyMap<string, string>>(new Map());
  protected readonly kinds = partKinds;
  protected readonly opened = signal<ReadonlySet<string>>(new Set());
  /** What was just moved and where, for those who do not see it. */
  protected readonly moved = signal<{ readonly title: string; readonly place: number } | null>(null);
  private readonly ui = inject(UiWords);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly rows = computed(() => {
    const times = agendaTimes(this.parts(), this.sittings());
    const language = this.ui.language();
    const clock = (iso: string | null | undefined): string => (iso ? timeIn(iso, this.zone(), language) : '');
    return this.parts().map((part, at) => ({ part, from: clock(times[at]?.startsAt), to: clock(times[at]?.endsAt), offset: times[at]?.offset ?? 0 }));
  });
  protected readonly totals = computed(() => agendaTotals(this.parts(), this.lengths()));

  protected add(kind: AgendaPart['kind']): void {
    const part = newPart(kind, kind === 'break' ? 10 : 30, this.parts().at(-1)?.sitting ?? 0);
    this.parts.set([...this.parts(), part]);
    if (kind === 'groups') this.toggle(part.id);
    this.focusLater(`co-part-${this.parts().length - 1}-title`);
  }

  protected write(at: number, change: Partial<AgendaPart>): void {
    this.parts.set(this.parts().map((part, place) => (place === at ? { ...part, ...change } : part)));
  }

  protected kindIs(at: number, kind: AgendaPart['kind']): void {
    const part = this.parts()[at];
    const groups = kind !== 'groups' ? [] : part?.groups.length ? part.groups : [newGroup()];
    this.write(at, { kind, groups });
    if (kind === 'groups' && part && !this.opened().has(part.id)) this.toggle(part.id);
  }

  protected move(at: number, by: number, event?: Event): void {
    event?.preventDefault();
    const to = at + by;
    const part = this.parts()[at];
    if (!part || to < 0 || to >= this.parts().length) return;
    const active = this.element.ownerDocument.activeElement?.id.replace(`co-part-${at}-`, `co-part-${to}-`);
    this.parts.set(movePart(this.parts(), at, to));
    this.moved.set({ title: part.title, place: to + 1 });
    if (active) this.focusLater(active);
  }

  /** The row that holds the focus is the one the keyboard moves. */
  protected moveFocused(by: number, event: Event): void {
    const at = /^co-part-(\d+)-/.exec((event.target as HTMLElement).id)?.[1];
    if (at !== undefined) this.move(Number(at), by, event);
  }

  protected remove(at: number): void {
    this.parts.set(this.parts().filter((_, place) => place !== at));
    this.focusLater(this.parts().length ? `co-part-${Math.min(at, this.parts().length - 1)}-title` : 'co-agenda-add');
  }

  protected toggle(id: string): void {
    this.opened.update((opened) => new Set(opened.has(id) ? [...opened].filter((one) => one !== id) : [...opened, id]));
  }

  protected speaks(at: number, speakerId: string, does: boolean): void {
    const ids = this.parts()[at]?.speakerIds ?? [];
    this.write(at, { speakerIds: does ? [...ids, speakerId] : ids.filter((id) => id !== speakerId) });
  }

  private focusLater(id: string): void {
    setTimeout(() => this.element.ownerDocument.getElementById(id)?.focus());
  }
}
