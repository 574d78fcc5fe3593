import { guestSight } from './guest-sight';
import { registrationStatuses } from './registration-status';

describe('what a personal link shows of the meeting', () => {
  it('goes with the place', () => {
    expect(Object.fromEntries(registrationStatuses.map((status) => [status, guestSight(status)]))).toEqual({
      registered: 'all', informed: 'programme-and-replay', 'to-confirm': 'programme', offered: 'programme', waiting: 'programme', pending: 'programme', cancelled: 'nothing', refused: 'nothing',
    });
  });
});
