import { defineConfig } from 'vite';

/** The longest silences as one file for Node. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'tests/hostile/engine/silences/main.ts',
    outDir: 'build',
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'silences.js', codeSplitting: false } },
  },
  ssr: { noExternal: true },
});
