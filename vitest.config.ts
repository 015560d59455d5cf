import { defineConfig } from 'vitest/config';
import { loadClientScripts } from './scripts/clientScript.mjs';

/** They run the bundled command line as a user does. */
const sites = ['test/sites/*.test.ts'];
/** They look at the sites that it builds. */
const pages = ['test/browser/*.test.ts', 'test/html.test.ts', 'test/links.test.ts'];

export default defineConfig({
  plugins: [loadClientScripts()],
  test: {
    // A run that finds no test must not pass.
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...sites, ...pages],
        },
      },
      {
        extends: true,
        test: {
          name: 'sites',
          include: sites,
          globalSetup: 'test/sites/bundle.ts',
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: pages,
          globalSetup: ['test/sites/bundle.ts', 'test/sites/builtSites.ts'],
          // One test opens every kind of page, and a loaded machine takes minutes for what takes seconds elsewhere.
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
