import { nodeProject } from './jest.config.mjs';

/** Integration specs: services on a real PostgreSQL, one copy of a migrated template database per worker. */
export default {
  ...nodeProject,
  displayName: 'integration',
  testMatch: ['<rootDir>/{libs/*/server,apps/api,tools}/**/*.int-spec.ts'],
  globalSetup: '<rootDir>/apps/api/src/testing/start-test-cluster.mjs',
  globalTeardown: '<rootDir>/apps/api/src/testing/stop-test-cluster.mjs',
  // Each specification loads the whole server: two at once use two cores, where Jest alone would keep one for itself.
  maxWorkers: 2,
  // Modules of a specification stay in memory after it: a process that has grown this much makes way for a new one.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 60_000,
};
