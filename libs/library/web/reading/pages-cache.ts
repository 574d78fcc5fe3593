import type { FilePage } from '../../contract/file';
import { type FoundPages, readPages } from '../library-reader';

/** Read together: turning a page rarely waits. */
const atOnce = 5;

/** The pages of one file, read a few at a time and kept while it is open. */
export class PagesCache {
  private readonly parts = new Map<number, Promise<FoundPages>>();

  constructor(private readonly ref: string, private readonly edition: number | undefined) {}

  /** Null when there is no such page. */
  async page(number: number): Promise<FilePage | null> {
    const { pages } = await this.part(number);
    return pages.find((page) => page.number === number) ?? null;
  }

  private part(number: number): Promise<FoundPages> {
    const from = Math.floor((number - 1) / atOnce) * atOnce + 1;
    const known = this.parts.get(from);
    if (known) return known;
    const asked = readPages(this.ref, { edition: this.edition, from, count: atOnce });
    this.parts.set(from, asked);
    // What failed is asked again the next time.
    asked.catch(() => this.parts.delete(from));
    return asked;
  }
}
