import * as z from 'zod';
import { canStop, type NoticeChannel, noticeChannels, type NoticeTopic, noticeTopic, noticeTopics } from './notice-kind';

/** One choice: this topic by this channel, or not. */
export const noticePreference = z.object({ topic: noticeTopic, channel: z.enum(noticeChannels), wanted: z.boolean(), canStop: z.boolean() });
export type NoticePreference = z.output<typeof noticePreference>;

export interface Choice {
  readonly topic: NoticeTopic;
  readonly channel: NoticeChannel;
  readonly wanted: boolean;
}

/** Everything is told until someone says no; what cannot be stopped is told whatever was said. */
export function wants(choices: readonly Choice[], topic: NoticeTopic, channel: NoticeChannel): boolean {
  return !canStop(topic, channel) || (choices.find((choice) => choice.topic === topic && choice.channel === channel)?.wanted ?? true);
}

/** The whole table, line by line. */
export const preferenceTable = (choices: readonly Choice[]): NoticePreference[] =>
  noticeTopics.flatMap((topic) => noticeChannels.map((channel) => ({ topic, channel, wanted: wants(choices, topic, channel), canStop: canStop(topic, channel) })));
