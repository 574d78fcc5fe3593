/** A heading of the document, in reading order. */
export interface SectionHeading {
  readonly id: string | null;
  readonly level: number;
}

/** Headings of these levels begin a section that a workshop can give to a group or keep still. */
export const deepestSection = 2;

/**
 * The sections that hold what stands under a heading, innermost first: its own when it begins one, then those above it.
 * A section goes on until the next heading of its level or higher.
 */
export function sectionsHolding(headings: readonly SectionHeading[], index: number): string[] {
  const found: string[] = [];
  let above = Infinity;
  for (let at = index; at >= 0 && above > 1; at -= 1) {
    const heading = headings[at];
    if (!heading || heading.level > deepestSection || heading.level >= above) continue;
    above = heading.level;
    if (heading.id !== null) found.push(heading.id);
  }
  return found;
}

/** The first of these things that speaks of one of the sections, the innermost section first. */
export function concerning<T>(sections: readonly string[], things: readonly T[], sectionsOf: (thing: T) => readonly string[]): T | null {
  for (const section of sections) {
    const found = things.find((thing) => sectionsOf(thing).includes(section));
    if (found) return found;
  }
  return null;
}
