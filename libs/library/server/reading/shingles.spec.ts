import { areNearTexts, shinglesOf } from './shingles';

const words = (from: number, to: number): string => Array.from({ length: to - from }, (_, at) => `mot${(from + at) * 7}`).join(' ');

it('an edition is near the one before, another text is not, whatever the accents and the pages', () => {
  const before = shinglesOf([words(0, 300), words(300, 600)]);
  expect(areNearTexts(before, shinglesOf([`${words(0, 590)} une dernière page changée`]))).toBe(true);
  expect(areNearTexts(before, shinglesOf([words(0, 300)]))).toBe(false);
  expect(areNearTexts(before, shinglesOf([words(1_000, 1_600)]))).toBe(false);
});

it('a few words say too little to be compared', () => expect([shinglesOf(['un deux trois quatre cinq']), areNearTexts([], [])]).toEqual([[], false]));
it('a long text is remembered by few numbers, each an integer of the database', () => {
  const hashes = shinglesOf([words(0, 20_000)]);
  expect(hashes).toHaveLength(64);
  expect(hashes.every((hash) => Number.isInteger(hash) && hash >= -(2 ** 31) && hash < 2 ** 31)).toBe(true);
});
