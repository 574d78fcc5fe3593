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
    return this.database.transaction(systemActor('networks'), async (tx) => ({ empty: await this.isEmpty(tx) }));
  }

  /** The code mailed afterwards proves the address: whoever installs gets no session from typing it. */
  async install(input: InputOf<typeof install>, http: HttpExchange): Promise<OutputOf<typeof install>> {
    const { email, language } = input;
    const networkId = await this.database.transaction(systemActor('networks'), (tx) => this.create(tx, input));
    await this.signIn.requestCode({ email, language }, http);
    return { networkId, email };
  }

  private async create(tx: Tx, { networkName, region, name, email, language }: InputOf<typeof install>): Promise<string> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('networks.installation', 0))`);
    if (!(await this.isEmpty(tx))) throw new AppError('conflict', 'networks.already-installed');
    const known = await this.people.findByEmail(tx, email);
    const personId = known?.id ?? (await this.people.createPerson(tx, { name, email, language }));
    const networkId = await this.networks.create(tx, { name: networkName, region });
    await this.belonging.join(tx, { spaceId: networkId, personId, role: 'animator' });
    return networkId;
  }

  /** No network yet: nobody could sign in. */
  async isEmpty(tx: Tx): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT 1 FROM networks_network LIMIT 1')).length === 0;
  }
}
