import { Config, mailTokenHash, mailTokenOf, newId, newMailNonce } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** What the tokens of participants are made for; no other token opens a poll. */
const purpose = 'scheduling.participant';

/** Personal links of participants: made here, kept nowhere, recognised by their hash. */
@Injectable()
export class PollLinks {
  constructor(private readonly config: Config) {}

  /** Id, nonce and hash of a new participant; a new nonce kills every former link. */
  fresh(id = newId()): { id: string; nonce: string; tokenHash: string } {
    const nonce = newMailNonce();
    return { id, nonce, tokenHash: mailTokenHash(this.tokenOf({ id, nonce })) };
  }

  tokenOf(participant: { id: string; nonce: string }): string {
    return mailTokenOf(this.config.value.secret, purpose, participant);
  }

  linkOf(participant: { id: string; nonce: string }): string {
    return `${this.config.value.publicUrl}/sondage/${this.tokenOf(participant)}`;
  }
}
