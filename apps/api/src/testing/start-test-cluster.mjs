import { bundleServer } from '../../../../tools/server-bundle.mjs';

/**
 * Before the integration specs. Jest loads this file as it is, so the TypeScript behind it is bundled first; the bundle
 * lies beside the built server, where packages resolve.
 */
export default async function startTestCluster() {
  const outfile = `dist/testing/test-cluster-${process.pid}.mjs`;
  await bundleServer({ entry: 'apps/api/src/testing/test-cluster.ts', outfile });
  const { startTestCluster: start } = await import(`../../../../${outfile}`);
  const cluster = await start();
  globalThis.cohorteTestCluster = cluster;
  process.env.COHORTE_TEST_CLUSTER = cluster.environment;
}
