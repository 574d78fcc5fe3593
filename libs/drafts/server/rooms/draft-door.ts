/** How many may ask for their rights at once: a storm of returns may not take every connection to the database. */
const atOnce = 6;

/** A door so many wide: the others wait their turn, in order. */
export class DraftDoor {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  async enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= atOnce) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.inside += 1;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.inside -= 1;
    }
  }
}
