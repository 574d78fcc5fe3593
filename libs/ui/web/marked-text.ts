import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Parts of a text as offsets in it, end excluded. */
export type TextMarks = readonly (readonly [start: number, end: number])[];

interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text cut where its marks begin and end; marks that overlap or lead outside are left out. */
export function partsOf(text: string, marks: TextMarks): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) parts.push({ text: text.slice(at, start), isMarked: false });
    parts.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  return at < text.length ? [...parts, { text: text.slice(at), isMarked: false }] : parts;
}

/** A text in which the words that were looked for stand out. */
@Component({
  selector: 'co-marked-text',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (part of parts(); track $index) {@if (part.isMarked) {<mark>{{ part.text }}</mark>} @else {<span>{{ part.text }}</span>}}`,
  styles: `
    :host { overflow-wrap: anywhere; }
    mark { background: var(--co-green-wash); color: inherit; font-weight: 700; border-radius: 2px; padding: 0 1px; }
    @media (forced-colors: active) { mark { text-decoration: underline; } }
  `,
})
export class MarkedText {
  readonly text = input.required<string>();
  readonly marks = input<TextMarks>([]);
  protected readonly parts = computed(() => partsOf(this.text(), this.marks()));
}
