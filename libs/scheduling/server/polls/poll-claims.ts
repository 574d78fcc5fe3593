import { People } from '@cohorte/identity/server';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { PollLinks } from './poll-link';
import { nameKeyOf } from './poll-register';

/** Whoever signs in with the address they were asked at finds their polls and their answers. */
@Injectable()
export class PollClaims {
  constructor(
    private readonly people: People,
    private readonly links: PollLinks,
  ) {}

  /**
   * A guest becomes the person when the address is theirs and, where two people share the mailbox, the name is too. Their link goes on
   * working, unless anybody could have written that address: then the line is theirs alone from now on, by a new link. A poll that asks the
   * person already leaves the guest apart.
   */
  async claim(tx: Tx, personId: string): Promise<void> {
    const [person] = await this.people.contactsOf(tx, [personId]);
    if (!person) return;
    await asSystem(tx, 'scheduling', async () => {
      const [claimed] = await tx.query<[{ id: string; byOpenLink: boolean }[], number]>(
        `WITH mine AS (
           SELECT DISTINCT ON (g.poll_id) g.id FROM scheduling_poll_participant g
            WHERE g.email = $2 AND g.person_id IS NULL
              AND (g.name_key = $3 OR NOT EXISTS (SELECT FROM scheduling_poll_participant o WHERE o.poll_id = g.poll_id AND o.email = $2 AND o.id <> g.id))
              AND NOT EXISTS (SELECT FROM scheduling_poll_participant p WHERE p.poll_id = g.poll_id AND p.person_id = $1)
            ORDER BY g.poll_id, (g.name_key = $3) DESC)
         UPDATE scheduling_poll_participant SET person_id = $1, email = NULL, name = '', name_key = '' WHERE id IN (SELECT id FROM mine) RETURNING id, by_open_link AS "byOpenLink"`,
        [personId, person.email, nameKeyOf(person.name)],
      );
      for (const { id } of claimed.filter((row) => row.byOpenLink)) {
        const { nonce, tokenHash } = this.links.fresh(id);
        await tx.query('UPDATE scheduling_poll_participant SET nonce = $2, token_hash = $3 WHERE id = $1', [id, nonce, tokenHash]);
      }
    });
  }
}
