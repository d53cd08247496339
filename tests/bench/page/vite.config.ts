import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { policyPlugin } from '../../../src/tooling/policy-plugin.mjs';

/** The bench as a page, built as the site is: workers from blobs, under the same policy. */
export default defineConfig({
  root: 'tests/bench/page',
  base: './',
  publicDir: false,
  build: {
    outDir: '../../../build/bench-page',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index', 'read', 'scatter'].map((name) => `tests/bench/page/${name}.html`),
    },
  },
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
  plugins: [svelte(), policyPlugin()],
});
