interface UrlPolicy {
  readonly createScriptURL: (url: string) => unknown;
}
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => UrlPolicy;
}

const minted = new Set<string>();

/** Lets through what this file allowed, and nothing else; never exported. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'fenqun-url',
  {
    createScriptURL(url) {
      if (!minted.has(url)) throw new TypeError(`not one of our scripts: ${url}`);
      return url;
    },
  },
);

// Without Trusted Types the plain text is what constructors take.
const trusted = (url: string): string => (policy?.createScriptURL(url) ?? url) as string;

/** An address for a script held in memory; forgotten once it was loaded. */
export function mintScript(source: Blob): { readonly url: string; readonly forget: () => void } {
  const url = URL.createObjectURL(source);
  minted.add(url);
  const forget = (): void => {
    minted.delete(url);
    URL.revokeObjectURL(url);
  };
  return { url: trusted(url), forget };
}

/** The one script with an address of its own: the service worker beside the page. */
export function serviceWorkerUrl(name: 'service-worker.js'): string {
  const url = new URL(name, location.href).href;
  minted.add(url);
  return trusted(url);
}
