/**
 * The content security policy: what the page and every worker may reach. This is its only place;
 * the page's `<meta>`, the server's header and the service worker take it from here.
 */
const directives = [
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

/** For `<meta>`, where browsers ignore `frame-ancestors` with a warning. */
export const META_POLICY = directives.join('; ');

/** For the `Content-Security-Policy` header. */
export const HEADER_POLICY = [...directives, "frame-ancestors 'none'"].join('; ');
