import { rm } from 'node:fs/promises';

/** After the integration specs, in the process that started the cluster. */
export default async function stopTestCluster() {
  await globalThis.cohorteTestCluster?.stop();
  await rm(`dist/testing/test-cluster-${process.pid}.mjs`, { force: true });
  await rm(`dist/testing/test-cluster-${process.pid}.mjs.map`, { force: true });
}
