import { EmbeddedPostgres, newRolePasswords, prepareRoles, testTemplate } from '@cohorte/platform/server';
import { migrate } from '../data-source';

/** What the specs' processes must know to make their own copies: carried by an environment variable. */
export interface TestCluster {
  environment: string;
  stop(): Promise<void>;
}

/** A throw-away PostgreSQL with one migrated database, the template of every spec file's own copy. */
export async function startTestCluster(): Promise<TestCluster> {
  const postgres = await EmbeddedPostgres.startTemporary();
  try {
    const passwords = newRolePasswords();
    const { ownerUrl } = await prepareRoles(postgres.superUrl, passwords, testTemplate);
    await migrate(ownerUrl);
    return { environment: JSON.stringify({ superUrl: postgres.superUrl, passwords }), stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
