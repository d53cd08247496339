import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { DATABASE_ALIAS, databasePlugin } from './src/tooling/database-plugin.mjs';
import { offlinePlugin } from './src/tooling/offline-plugin.mjs';
import { policyPlugin } from './src/tooling/policy-plugin.mjs';

export default defineConfig({
  base: './',
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  // Workers start from a blob, where nothing relative can be imported: one file each.
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
  resolve: { alias: DATABASE_ALIAS },
  plugins: [svelte(), policyPlugin(), databasePlugin(), offlinePlugin()],
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    environment: 'node',
    globalSetup: 'tests/setup-wasm.ts',
    setupFiles: 'tests/fix-chance.ts',
    // Only to end what hangs: on a busy machine the slowest test takes many times as long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
