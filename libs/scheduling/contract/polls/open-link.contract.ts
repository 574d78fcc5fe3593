import { endpoint, identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { linkToken } from './link-token';
import { joiningsPerAddress, openLink, openPollView, passerBy } from './open-link';

const onPoll = z.strictObject({ pollId: identifier });
const byOpenLink = z.strictObject({ token: linkToken });

export const readOpenLink = endpoint({
  method: 'GET',
  path: '/polls/:pollId/open-link',
  summary: 'The link by which anybody may answer, if there is one; for those who run the poll',
  input: onPoll,
  output: openLink,
});

export const renewOpenLink = endpoint({
  method: 'PUT',
  path: '/polls/:pollId/open-link',
  summary: 'Let anybody who has the link answer; again, a new link, and the former one opens nothing any more',
  input: onPoll,
  output: openLink,
});

export const closeOpenLink = endpoint({
  method: 'DELETE',
  path: '/polls/:pollId/open-link',
  summary: 'Let nobody new answer by the link; those who did keep their line and their own link',
  input: onPoll,
  output: openLink,
});

export const readOpenPoll = endpoint({
  method: 'GET',
  path: '/open-polls/:token',
  access: 'public',
  summary: 'What a poll with an open link asks; nothing of the answers, and nothing is recorded',
  input: byOpenLink,
  output: openPollView,
});

export const joinOpenPoll = endpoint({
  method: 'POST',
  path: '/open-polls/:token/participants',
  access: 'public',
  perAddress: joiningsPerAddress,
  summary: 'Say who one is and receive a personal link, shown and mailed; who has one already receives it by mail only',
  input: byOpenLink.extend({ ...passerBy.shape }),
  output: z.object({
    /** Null when this name and address have a line already: whoever reads that mailbox finds the link there. */
    token: linkToken.nullable(),
  }),
});
