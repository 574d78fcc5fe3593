import { channel, identifier, nothing } from '@cohorte/platform/contract';
import * as z from 'zod';

const poll = z.strictObject({ pollId: identifier });

/** Open grids are told that something changed; each asks again for what its reader may see. */
export const pollsChannel = channel({
  name: 'polls',
  up: { watch: { input: poll, output: nothing }, leave: { input: poll, output: nothing } },
  down: { changed: z.object({ pollId: z.string() }) },
});
