/** Milliseconds on the machine's monotonic clock: the same in every process, so that one types here and another sees it there. */
function offsetNow() {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1_000 + nanoseconds / 1e6 - performance.now();
}

/** The two clocks are read one after the other: who was interrupted in between reads too small a difference. */
const offset = Math.max(...Array.from({ length: 50 }, offsetNow));

export const now = () => performance.now() + offset;
export const wait = (ms) => new Promise((done) => setTimeout(done, Math.max(0, ms)));

/** Resolves with the work's answer, or throws these words after so long. */
export function within(ms, words, work) {
  let timer;
  const late = new Promise((_, failed) => (timer = setTimeout(() => failed(new Error(words)), ms)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
