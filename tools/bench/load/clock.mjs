/** Milliseconds on the machine's monotonic clock: the same in every process, so that one types here and another sees it there. */
const [seconds, nanoseconds] = process.hrtime();
const offset = seconds * 1_000 + nanoseconds / 1e6 - performance.now();

export const now = () => performance.now() + offset;
export const wait = (ms) => new Promise((done) => setTimeout(done, Math.max(0, ms)));

/** Resolves with the work's answer, or throws these words after so long. */
export function within(ms, words, work) {
  let timer;
  const late = new Promise((_, failed) => (timer = setTimeout(() => failed(new Error(words)), ms)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
