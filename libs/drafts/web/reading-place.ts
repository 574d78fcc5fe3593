/** Where the reader is: the first block in sight, and how far from the top it stands. */
function blockInSight(root: HTMLElement): { index: number; top: number } | null {
  const blocks = [...(root.querySelector('.co-prose')?.children ?? [])];
  const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
  const block = blocks[index];
  return block ? { index, top: block.getBoundingClientRect().top } : null;
}

/** Call before the text is drawn anew, and what it answers after: the reader's line stays where it was. */
export function keepingPlace(root: HTMLElement, view: Window): () => void {
  const before = view.scrollY > 0 ? blockInSight(root) : null;
  return () => {
    if (!before) return;
    const block = root.querySelector('.tiptap')?.children[before.index];
    if (block) view.scrollBy({ top: block.getBoundingClientRect().top - before.top, behavior: 'instant' });
  };
}
