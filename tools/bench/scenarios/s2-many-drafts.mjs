import { runRoom, seatsOf } from './room.mjs';
import { tell } from './s1-workshop.mjs';

/** S2: many small groups at once. */
export const manyDrafts = {
  name: 'S2',
  title: 'Many drafts, three people each',

  async run(target, { options, note }) {
    const count = options.drafts;
    note.group(`${count} drafts × 3 editors, 1 key/s each`);
    const drafts = await target.prepare({ drafts: count, people: { editor: count * 3 } });
    const seats = drafts.flatMap((draft, index) => seatsOf(target, draft, { editors: 3 }, index * 3));
    tell(note, await runRoom(target, seats, { seconds: options.seconds / 2, rate: 1 }, options.generators), { watchers: false });
  },
};
