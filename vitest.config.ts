import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Two on a machine of two cores as well, where the runner would start one alone.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        define: { PETALPRESS_VERSION: '"test"' },
        test: {
          name: 'unit',
          include: ['test/{unit,contract,golden,faults,inspect-mutations,mutations}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        define: { PETALPRESS_VERSION: '"test"' },
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/build-projects.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
