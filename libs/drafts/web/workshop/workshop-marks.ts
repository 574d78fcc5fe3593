import { concerning, sectionsHolding } from '../../contract/workshop/workshop-sections';
import type { SectionHeading } from '../../contract/workshop/workshop-sections';
import type { SectionLock, Workshop, WorkshopGroup } from '../../contract/workshop/workshop';

/** What a workshop says of one section: who writes it, whether it is kept still, for the person who looks. */
export interface SectionMark {
  readonly groups: readonly string[];
  readonly isMine: boolean;
  readonly isDone: boolean;
  readonly isStill: boolean;
}

/** Who may write a passage, as the workshop asks. */
export interface PassageSigns {
  /** Kept still by someone else. */
  readonly lock: SectionLock | null;
  /** The group it was given to, the innermost section first. */
  readonly group: WorkshopGroup | null;
}

/** Marks by section, for the outline and beside the headings. */
export function marksOf(workshop: Workshop | null, personId: string): ReadonlyMap<string, SectionMark> {
  if (!workshop) return new Map();
  const sections = new Set([...workshop.groups.flatMap((group) => group.sectionIds), ...workshop.locks.map((lock) => lock.sectionId)]);
  return new Map([...sections].map((section) => [section, markOf(section, workshop, personId)]));
}

function markOf(section: string, { groups, locks }: Workshop, personId: string): SectionMark {
  const writing = groups.filter((group) => group.sectionIds.includes(section));
  return {
    groups: writing.map((group) => group.name),
    isMine: writing.some((group) => group.people.some((person) => person.personId === personId)),
    isDone: writing.length > 0 && writing.every((group) => group.done !== null),
    isStill: locks.some((lock) => lock.sectionId === section),
  };
}

/** What concerns the passage under a heading (`-1` before the first). */
export function signsAt(headings: readonly SectionHeading[], index: number, workshop: Workshop, personId: string): PassageSigns {
  const sections = sectionsHolding(headings, index);
  const locks = workshop.locks.filter((lock) => lock.by.personId !== personId);
  const mine = workshop.groups.filter((group) => group.people.some((person) => person.personId === personId));
  const [own] = mine;
  // A section shared by two groups is each one's own.
  const group = own && concerning(sections, [own, ...workshop.groups], (one) => one.sectionIds);
  return { lock: concerning(sections, locks, (lock) => [lock.sectionId]), group: group ?? concerning(sections, workshop.groups, (one) => one.sectionIds) };
}
