import { now } from '../load/clock.mjs';
import { Crowd } from '../load/crowd.mjs';
import { seatsOf } from './room.mjs';

const patienceMs = 60_000;
const soonMs = 1_000;

/** S5: the network of a whole building blinks: every socket dies, everybody is back in the same instant, without any jitter. */
export const storm = {
  name: 'S5',
  title: 'All connections killed, all back at once',

  async run(target, { options, note }) {
    const { sockets } = options;
    note.group(`${sockets} people in one draft, cut and back in the same instant, each then writes`);
    const [draft] = await target.prepare({ drafts: 1, people: { editor: sockets } });
    const crowd = new Crowd(options.generators);
    try {
      const { errors } = await crowd.open(seatsOf(target, draft, { editors: sockets }), target.wire);
      if (errors.length > 0) throw new Error(`${errors.length} could not join at first: ${errors[0]}`);
      await crowd.settled(20_000);
      const answers = await crowd.all('storm', { at: now() + soonMs, patienceMs });
      tell(note, answers, sockets);
    } finally {
      await crowd.close();
    }
  },
};

function tell(note, answers, sockets) {
  const times = answers.flatMap(({ backAfter }) => backAfter).map((ms) => ms ?? Infinity).sort((left, right) => left - right);
  const errors = answers.flatMap((answer) => answer.errors);
  const after = (share) => {
    const ms = times[Math.ceil(sockets * share) - 1];
    return Number.isFinite(ms) ? ms / 1_000 : `more than ${patienceMs / 1_000}`;
  };
  note.row('half write again after', after(0.5), 's');
  note.row('95 % write again after', after(0.95), 's', '≤ 10 s');
  note.row('all write again after', after(1), 's');
  note.row('never came back', times.filter((ms) => !Number.isFinite(ms)).length, '', '0');
  note.row('errors met on the way', errors.length, '', '0');
  if (errors.length > 0) note.remark(`errors: ${[...new Set(errors)].slice(0, 5).join(' · ')}`);
}
