import type { Channel, UpInput, UpOutput } from '../../contract';
import type { LiveSocket } from './live-socket';

export const RECEIVES = Symbol('receives');
export const ACTOR_CHANGED = Symbol('actor-changed');

export interface Received {
  readonly channel: Channel;
  readonly message: string;
}

type Answering<C extends Channel, K extends keyof C['up']> = (actor: never, input: UpInput<C, K>, socket: LiveSocket) => Promise<UpOutput<C, K>>;

/** Makes a provider's method answer one live message `(actor, input, socket)`; what it returns is the acknowledgement. */
export function Receives<C extends Channel, K extends keyof C['up'] & string>(channel: C, message: K) {
  return <M extends Answering<C, K>>(_target: object, _key: string, descriptor: TypedPropertyDescriptor<M>): void => {
    Reflect.defineMetadata(RECEIVES, { channel, message } satisfies Received, descriptor.value as object);
  };
}

/** Called with every open socket of a person whose rights have changed, after its actor was resolved again. */
export function OnActorChanged() {
  return <M extends (socket: LiveSocket) => Promise<void>>(_target: object, _key: string, descriptor: TypedPropertyDescriptor<M>): void => {
    Reflect.defineMetadata(ACTOR_CHANGED, true, descriptor.value as object);
  };
}

