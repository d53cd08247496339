/** How a notebook is shown: to work on, as a tool of its results, as slides, inside another page. */
export const VIEW_MODES = ['edit', 'app', 'present', 'embed'] as const;
export type ViewMode = (typeof VIEW_MODES)[number];

/** What an address asks for; `mode` says how what it leads to is shown. */
export type Address = { readonly mode: ViewMode } & (
  | { readonly kind: 'start' }
  /** A notebook of this browser. */
  | { readonly kind: 'notebook'; readonly id: string }
  /** A notebook that is in the link itself, packed. */
  | { readonly kind: 'share'; readonly payload: string }
  /** A notebook that lies beside the site: its path, relative to the page. */
  | { readonly kind: 'beside'; readonly path: string }
  /** A link that leads nowhere, and why. */
  | { readonly kind: 'refused'; readonly reason: AddressFault; readonly found: string }
);

export type AddressFault = 'not-beside' | 'not-a-notebook';

const NOTEBOOK = /^#\/notebook\/([\w-]{1,200})$/;
const SHARE = /^#\/share\/([\s\S]*)$/;
const OURS = /\.(?:fenqun\.)?(?:md|zip)$/i;

/**
 * Reads an address. What follows `#` comes first, since the page itself writes it; `?nb=` names
 * what to open before anything else was. Anything unknown is the start page.
 * @param search from `?` on, or empty
 * @param hash from `#` on, or empty
 * @param shipped the notebook that this copy of the site was published with, if any
 */
export function parseAddress(search: string, hash: string, shipped?: Shipped): Address {
  const asked = new URLSearchParams(search);
  const path = asked.get('nb') ?? shipped?.path ?? null;
  const mode = modeOf(asked.get('mode')) ?? (asked.has('nb') ? null : modeOf(shipped?.mode));
  const known = { mode: mode ?? 'edit' } as const;
  const id = NOTEBOOK.exec(hash)?.[1];
  if (id !== undefined) return { ...known, kind: 'notebook', id };
  const payload = SHARE.exec(hash)?.[1];
  if (payload !== undefined) return { ...known, kind: 'share', payload };
  if (path === null || hash === HOME) return { ...known, kind: 'start' };
  const reason = faultOf(path);
  if (reason) return { ...known, kind: 'refused', reason, found: path.slice(0, 200) };
  return { ...known, kind: 'beside', path };
}

/** The start page, where the address without it opens a notebook. */
const HOME = '#/';

/** What a published copy of the site opens by itself. */
export interface Shipped {
  readonly path: string;
  readonly mode: string;
  /** The hash of the text of the results that lie beside it; absent: there are none. */
  readonly results?: string;
}

/** The `?…` of an address with another mode; everything else in it stays. */
export function searchWithMode(search: string, mode: ViewMode, shipped?: Shipped): string {
  const asked = new URLSearchParams(search);
  asked.delete('mode');
  const rest = asked.toString();
  const byDefault = modeOf(asked.has('nb') ? null : shipped?.mode) ?? 'edit';
  const parts = [rest, mode === byDefault ? '' : `mode=${mode}`].filter((part) => part !== '');
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** Where the start page is: the bare address, unless that opens a notebook. */
export function homeOf({ pathname }: { readonly pathname: string }, shipped?: Shipped): string {
  return shipped ? pathname + HOME : pathname;
}

function modeOf(word: string | null | undefined): ViewMode | null {
  return VIEW_MODES.find((mode) => mode === word) ?? null;
}

/**
 * Only a plain path downwards from the page: no scheme, no host, no root, no step up however
 * written, nothing hidden.
 */
function faultOf(path: string): AddressFault | null {
  // eslint-disable-next-line no-control-regex
  const isOdd = path.length > 500 || /[\u0000-\u001f\\:?#%]/.test(path);
  const parts = path.split('/');
  if (isOdd || parts.some((part) => part === '' || part.startsWith('.'))) return 'not-beside';
  return OURS.test(path) ? null : 'not-a-notebook';
}
