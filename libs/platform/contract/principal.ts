/** A signed-in person, as far as the platform needs to know; richer actors extend it. */
export interface Principal {
  readonly personId: string;
  readonly sessionId?: string;
}

/** Someone not signed in. */
export interface Visitor {
  readonly personId: null;
}

/** A domain acting by itself: migrations of data, jobs, sign-in. */
export interface SystemActor {
  readonly system: string;
}

export type Acting = Principal | Visitor | SystemActor;

export const visitor: Visitor = { personId: null };
export const systemActor = (domain: string): SystemActor => ({ system: domain });
