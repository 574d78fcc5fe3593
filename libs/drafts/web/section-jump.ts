/** A third of the way down the screen: what stands above is being read. */
const readingLine = 0.33;

/** Brings a heading under the bars, smoothly unless movement is unwelcome; false when the text has no such heading. */
export function goToSection(view: Window, sectionId: string): boolean {
  const heading = view.document.querySelector<HTMLElement>(`co-draft-page .co-prose #${CSS.escape(sectionId)}`);
  const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  heading?.scrollIntoView({ block: 'start', behavior: calm ? 'instant' : 'smooth' });
  return heading !== null;
}

/** The section of the text now in sight, of those given. */
export function sectionInSight(view: Window, sectionIds: readonly string[]): string | null {
  const line = view.innerHeight * readingLine;
  const above = sectionIds.filter((id) => (view.document.querySelector(`co-draft-page .co-prose #${CSS.escape(id)}`)?.getBoundingClientRect().top ?? Infinity) <= line);
  return above.at(-1) ?? sectionIds[0] ?? null;
}
