/** A small generator of random numbers (mulberry32): the same seed gives the same library on every machine. */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count) => Math.floor(next() * count);
  return {
    next,
    below,
    among: (list) => list[below(list.length)],
    chance: (likely) => next() < likely,
    /** A place in a list whose first items come far more often than its last, as words do. */
    early: (count) => Math.min(count - 1, Math.floor(count ** next()) - 1),
  };
}
