import { Config, mailTokenHash, mailTokenOf, newId, newMailNonce } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** What the tokens of participants are made for; no other token opens a poll. */
const purpose = 'scheduling.participant';
const openPurpose = 'scheduling.open-poll';

/** Personal links of participants: made here, kept nowhere, recognised by their hash. */
@Injectable()
export class PollLinks {
  constructor(private readonly config: Config) {}

  /** Id, nonce and hash of a new participant; a new nonce kills every former link. */
  fresh(id = newId()): { id: string; nonce: string; tokenHash: string } {
    const nonce = newMailNonce();
    return { id, nonce, tokenHash: mailTokenHash(this.tokenOf({ id, nonce })) };
  }

  /** The open link of a poll: another purpose, so that neither opens what the other does. */
  freshOpen(pollId: string): { nonce: string; tokenHash: string } {
    const nonce = newMailNonce();
    return { nonce, tokenHash: mailTokenHash(this.openTokenOf({ id: pollId, nonce })) };
  }

  openTokenOf(poll: { id: string; nonce: string }): string {
    return mailTokenOf(this.config.value.secret, openPurpose, poll);
  }

  openLinkOf(poll: { id: string; nonce: string }): string {
    return `${this.config.value.publicUrl}/sondage-ouvert/${this.openTokenOf(poll)}`;
  }

  tokenOf(participant: { id: string; nonce: string }): string {
    return mailTokenOf(this.config.value.secret, purpose, participant);
  }

  linkOf(participant: { id: string; nonce: string }): string {
    return `${this.config.value.publicUrl}/sondage/${this.tokenOf(participant)}`;
  }
}
