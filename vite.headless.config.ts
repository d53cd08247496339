import { defineConfig } from 'vite';

/** The composition root without a page, as one file for Node beside the kernels. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/headless.ts',
    outDir: 'build',
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'headless.js', codeSplitting: false } },
  },
  ssr: { noExternal: true },
});
