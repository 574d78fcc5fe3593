/** Counts milliseconds in buckets 2 % apart, so that millions of samples cost a few kilobytes and merge across processes. */
const growth = Math.log(1.02);
const smallestMs = 0.01;
const buckets = 900;

export class Histogram {
  constructor(counts = new Array(buckets).fill(0)) {
    this.counts = counts;
  }

  add(ms, times = 1) {
    const index = ms <= smallestMs ? 0 : Math.min(buckets - 1, Math.round(Math.log(ms / smallestMs) / growth));
    this.counts[index] += times;
  }

  merge(other) {
    for (let index = 0; index < buckets; index += 1) this.counts[index] += other.counts[index];
    return this;
  }

  get size() {
    return this.counts.reduce((sum, count) => sum + count, 0);
  }

  /** Null when nothing was measured. */
  quantile(share) {
    const wanted = this.size * share;
    if (wanted === 0) return null;
    let passed = 0;
    const index = this.counts.findIndex((count) => (passed += count) >= wanted);
    return smallestMs * Math.exp(growth * index);
  }
}

export const mergedHistogram = (all) => all.reduce((sum, each) => sum.merge(each), new Histogram());
