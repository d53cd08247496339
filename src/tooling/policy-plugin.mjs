import { META_POLICY } from '../policy.mjs';

/**
 * Writes the policy into the built page, before anything that it should bind. The
 * development server goes without: its hot reload needs what the policy forbids.
 * @returns {import('vite').Plugin}
 */
export function policyPlugin() {
  return {
    name: 'fenqun-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
