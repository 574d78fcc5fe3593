import { initials, isCertificateCode, isTrackAttended, meetingsNeeded, plainCode, shownCode } from './certificate';

it('five of six, and that proportion for longer or shorter tracks', () => {
  expect([3, 4, 5, 6, 7, 12].map(meetingsNeeded)).toEqual([3, 4, 5, 5, 6, 10]);
  expect([isTrackAttended({ attended: 5, planned: 6 }), isTrackAttended({ attended: 4, planned: 6 }), isTrackAttended({ attended: 2, planned: 2 })]).toEqual([true, false, false]);
});

it('a code is read as people copy it from paper', () => {
  expect(plainCode(' k7qf2-m9xtb 4rhwc ')).toBe('K7QF2M9XTB4RHWC');
  expect(shownCode('K7QF2M9XTB4RHWC')).toBe('K7QF2-M9XTB-4RHWC');
  expect([isCertificateCode('K7QF2M9XTB4RHWC'), isCertificateCode('K7QF2M9XTB4RHW'), isCertificateCode('K7QF2M9XTB4RHW0')]).toEqual([true, false, false]);
});

it.each([['Sophie Martin', 'S. M.'], ['  Jean-Paul   Du Bois ', 'J.-P. D. B.'], ['émilie', 'É.'], ['', '']])('of «%s» a verifier reads «%s»', (name, shown) => expect(initials(name)).toBe(shown));
