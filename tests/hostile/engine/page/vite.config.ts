import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { DATABASE_ALIAS, databasePlugin } from '../../../../src/tooling/database-plugin.mjs';
import { policyPlugin } from '../../../../src/tooling/policy-plugin.mjs';

/** The page's engine without the page, built as the site is: workers from blobs, the same policy. */
export default defineConfig({
  root: 'tests/hostile/engine/page',
  base: './',
  publicDir: false,
  build: {
    outDir: '../../../../build/hostile-engine',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
  resolve: { alias: DATABASE_ALIAS },
  plugins: [svelte(), policyPlugin(), databasePlugin()],
});
