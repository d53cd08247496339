/**
 * The content security policy, in the one place that the page, the static server and the
 * tests take it from. Taking away any part breaks something; nothing more is needed.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html fenqun-url',
];

/** For `<meta>`, which binds the page on hosts that send no headers. */
export const META_POLICY = DIRECTIVES.join('; ');

/** For hosts that can send a header; a `<meta>` would ignore the last part. */
export const HEADER_POLICY = [...DIRECTIVES, "frame-ancestors 'none'"].join('; ');
