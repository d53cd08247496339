import { defineConfig } from 'vite';

/** The bench as one file for Node, which is also what its processes and worker threads run. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'tests/bench/main.ts',
    outDir: 'build',
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'bench.js', codeSplitting: false } },
  },
  ssr: { noExternal: true, external: ['@playwright/test', 'ml-kmeans', 'skmeans'] },
});
