import { People, SignInService } from '@cohorte/identity/server';
import { AppError, type InputOf, type OutputOf, systemActor } from '@cohorte/platform/contract';
import { Database, type HttpExchange, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { getInstallation, install } from '../contract';
import { Belonging } from './belonging';
import { NetworkService } from './network.service';

/** The first run: one network and its first animator, once. */
@Injectable()
export class InstallationService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkService,
    private readonly belonging: Belonging,
    private readonly people: People,
    private readonly signIn: SignInService,
  ) {}

  state(): Promise<OutputOf<typeof getInstallation>> {
    return this.database.transaction(systemActor('networks'), async (tx) => {
      if (await this.isEmpty(tx)) return { state: 'empty' };
      return { state: (await this.people.areOneNewcomer(tx)) ? 'waiting' : 'installed' };
    });
  }

  /** The code mailed afterwards proves the address: whoever installs gets no session from typing it. */
  async install(input: InputOf<typeof install>, http: HttpExchange): Promise<OutputOf<typeof install>> {
    const { email, language } = input;
    const networkId = await this.database.transaction(systemActor('networks'), (tx) => this.create(tx, input));
    await this.signIn.requestCode({ email, language }, http);
    return { networkId, email };
  }

  private async create(tx: Tx, input: InputOf<typeof install>): Promise<string> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('networks.installation', 0))`);
    if (!(await this.isEmpty(tx))) return this.correct(tx, input);
    const { networkName, region, name, email, language } = input;
    const personId = await this.people.createPerson(tx, { name, email, language });
    const networkId = await this.networks.create(tx, { name: networkName, region });
    await this.belonging.join(tx, { spaceId: networkId, personId, role: 'animator' });
    return networkId;
  }

  /** A mistyped address would lock everyone out: until its code was typed once, the first run may be done again. */
  private async correct(tx: Tx, { networkName, region, name, email, language }: InputOf<typeof install>): Promise<string> {
    const [first] = await tx.query<{ network_id: string; person_id: string }[]>(
      `SELECT n.id AS network_id, m.person_id FROM networks_network n JOIN networks_membership m ON m.space_id = n.id AND m.role = 'animator' ORDER BY m.since LIMIT 1`);
    if (!first || !(await this.people.areOneNewcomer(tx)) || !(await this.people.correctNewcomer(tx, first.person_id, { name, email, language }))) {
      throw new AppError('conflict', 'networks.already-installed');
    }
    await tx.query('UPDATE networks_network SET name = $2, region = $3 WHERE id = $1', [first.network_id, networkName, region]);
    return first.network_id;
  }

  /** No network yet: nobody could sign in. */
  async isEmpty(tx: Tx): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT 1 FROM networks_network LIMIT 1')).length === 0;
  }
}
