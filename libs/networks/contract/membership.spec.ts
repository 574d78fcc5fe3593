import { isSingleRole, whyNotLeave } from './membership';

it.each([
  ['animator', 0, true, 'networks.last-animator'],
  ['animator', 1, true, null],
  ['lead', 0, false, 'networks.last-lead'],
  ['lead', 0, true, null],
  ['member', 0, false, null],
  ['expert', 0, false, null],
] as const)('a %s with %s others, decided by an animator: %s, may leave unless %s', (role, others, byAnimator, code) => {
  expect(whyNotLeave({ role, others, byAnimator })).toBe(code);
});

it('a structure has one lead; everything else may be several', () => {
  expect(isSingleRole('structure', 'lead')).toBe(true);
  expect(isSingleRole('structure', 'member')).toBe(false);
  expect(isSingleRole('network', 'animator')).toBe(false);
});
