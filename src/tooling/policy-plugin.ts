import type { Plugin } from 'vite';
import { META_POLICY } from '../policy.mjs';

/**
 * Writes the policy into the built page, before anything that it should bind. The
 * development server goes without: its hot reload needs what the policy forbids.
 */
export function policyPlugin(): Plugin {
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
