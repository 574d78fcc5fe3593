import type * as z from 'zod';

export interface UpMessage<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
}

export interface Channel<
  Up extends Record<string, UpMessage> = Record<string, UpMessage>,
  Down extends Record<string, z.ZodType> = Record<string, z.ZodType>,
> {
  readonly name: string;
  readonly up: Up;
  readonly down: Down;
}

/** Declares what travels live, both ways; every `up` message is acknowledged with its output or a named error. */
export function channel<Up extends Record<string, UpMessage>, Down extends Record<string, z.ZodType>>(declared: Channel<Up, Down>): Channel<Up, Down> {
  return declared;
}

export type UpInput<C extends Channel, K extends keyof C['up']> = z.output<C['up'][K]['input']>;
export type UpOutput<C extends Channel, K extends keyof C['up']> = z.output<C['up'][K]['output']>;
export type DownPayload<C extends Channel, K extends keyof C['down']> = z.output<C['down'][K]>;

/** Name on the wire of a channel's message. */
export const wireName = (declared: { name: string }, message: string): string => `${declared.name}:${message}`;

export type ErrorAck = { ok: false; kind: string; code: string; details?: Record<string, unknown> };
export type Ack = { ok: true; output: unknown } | ErrorAck;
