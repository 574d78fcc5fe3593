import * as fc from 'fast-check';
import { RegistrationFixtures } from '../../../libs/meetings/server/registration/registration.fixtures';
import { SeatHistory, seatStory } from './seat-history';

/** `npm run torture -- --seats 10000` plays many more. */
const stories = 300;

it('whatever people do at once: never more confirmed than places, never a free place while someone eligible waits, nobody twice', async () => {
  const given = await RegistrationFixtures.start();
  const history = new SeatHistory(given);
  try {
    await fc.assert(fc.asyncProperty(seatStory, async (story) => void (await history.play(story))), { numRuns: stories });
  } finally {
    await given.close();
  }
}, 600_000);
