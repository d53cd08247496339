import { defineConfig } from 'vite';

/** The mutants as one file for Node, which is also what their reader threads run. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'tests/hostile/mutants/main.ts',
    outDir: 'build',
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'mutants.js', codeSplitting: false } },
  },
  ssr: { noExternal: true },
});
