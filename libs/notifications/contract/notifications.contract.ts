import { channel, endpoint, identifier, nothing } from '@cohorte/platform/contract';
import * as z from 'zod';
import { notice } from './notice';
import { noticeChannels, noticeTopic } from './notice-kind';
import { noticePreference } from './preference';

const atMost = 100;
const unread = z.object({ unread: z.int() });

export const listNotices = endpoint({
  method: 'GET',
  path: '/notices',
  summary: 'My notices, newest first; what I may not read any more is left out',
  input: z.strictObject({ unreadOnly: z.enum(['true', 'false']).optional(), topic: noticeTopic.optional(), before: identifier.optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  output: z.object({ notices: z.array(notice), unread: z.int(), next: identifier.nullable() }),
});

export const countNotices = endpoint({
  method: 'GET',
  path: '/notices/unread',
  summary: 'How many notices I have not read, at most 99',
  input: z.strictObject({}),
  output: unread,
});

export const markNotices = endpoint({
  method: 'POST',
  path: '/notices/reading',
  summary: 'Mark some of my notices as read, or as not read',
  input: z.strictObject({ noticeIds: z.array(identifier).min(1).max(atMost), isRead: z.boolean() }),
  output: unread,
});

export const readAllNotices = endpoint({
  method: 'POST',
  path: '/notices/all-read',
  summary: 'Mark all of my notices as read; answers those that were not, so that it can be undone',
  input: z.strictObject({}),
  output: unread.extend({ noticeIds: z.array(identifier) }),
});

export const listPreferences = endpoint({
  method: 'GET',
  path: '/notice-preferences',
  summary: 'What I am told, and how',
  input: z.strictObject({}),
  output: z.object({ preferences: z.array(noticePreference) }),
});

export const setPreference = endpoint({
  method: 'PUT',
  path: '/notice-preferences',
  summary: 'Stop or resume one kind of notice by one channel',
  input: z.strictObject({ topic: noticeTopic, channel: z.enum(noticeChannels), wanted: z.boolean() }),
  output: z.object({ preferences: z.array(noticePreference) }),
});

const mailToken = z.string().regex(/^[\w-]{43}$/);
const stopping = z.object({
  /** Enough of the address to recognise one’s own: the token may have been forwarded. */
  address: z.string(),
  preferences: z.array(noticePreference),
});

export const viewStopping = endpoint({
  method: 'GET',
  path: '/stopping/:token',
  access: 'public',
  summary: 'What the reader of a letter receives; changes nothing',
  input: z.strictObject({ token: mailToken }),
  output: stopping,
});

export const stopLetters = endpoint({
  method: 'POST',
  path: '/stopping/:token',
  access: 'public',
  summary: 'Stop, or resume, one kind of letter from a mailed link, without an account',
  input: z.strictObject({ token: mailToken, topic: noticeTopic, wanted: z.boolean() }),
  output: stopping,
});

/** Tells a person’s open pages that their notices changed; what changed is asked for again. */
export const bell = channel({
  name: 'bell',
  up: {},
  down: { changed: nothing },
});
