import { HEADER_POLICY } from '../policy.mjs';

/** What every answer carries, found or not. */
export const securityHeaders = new Map([
  ['content-security-policy', HEADER_POLICY],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
]);

/** With these the page is cross-origin isolated, and its threads may share memory. */
export const isolatingHeaders = new Map([
  ...securityHeaders,
  ['cross-origin-embedder-policy', 'require-corp'],
]);
