import { Problem } from '../../core/problem';
import type { PackedFile } from '../../notebook-file/bundle';
import type { Precache } from '../../offline/precache';
import type { ViewMode } from '../address';

/** The folder of a published site that its notebook and data lie in. */
export const PUBLISHED = 'notebook/';

export interface SiteFiles {
  readonly precache: () => Promise<Precache | null>;
  readonly file: (path: string) => Promise<Blob | null>;
}

export interface Publication {
  /** The notebook's file and its data, with their places in the site. */
  readonly files: readonly PackedFile[];
  /** The notebook's place. */
  readonly path: string;
  readonly mode: ViewMode;
  /** The hash of the text of the results among the files; absent: none go along. */
  readonly results?: string;
  /** The database goes along, which few notebooks need. */
  readonly hasSql: boolean;
}

/**
 * A copy of this site that opens the notebook by itself, from what is kept in this browser: so it
 * is the build that people see here, and no network is needed. Any host of plain files will do.
 * Throws `site-not-kept`.
 */
export async function siteWith(site: SiteFiles, publication: Publication): Promise<PackedFile[]> {
  const precache = await site.precache();
  if (!precache) throw new Problem('site-not-kept', { path: INDEX });
  // What this copy was itself published with stays here.
  const own = precache.files.filter(([path]) => !path.startsWith(PUBLISHED));
  const kept = await Promise.all(own.map(([path]) => kindred(site, path)));
  const wanted = publication.hasSql ? precache.later : [];
  const later = await Promise.all(wanted.map((path) => kindred(site, path)));
  const parts = await Promise.all(
    kept.map(async ({ path, content }) => {
      if (path !== INDEX) return { path, content };
      const html = opening(await content.text(), publication);
      return { path, content: new Blob([html], { type: 'text/html' }) };
    }),
  );
  const all = [...parts, ...publication.files];
  return [...all, ...later, await workerOf(site, { all, later: precache.later })];
}

const INDEX = 'index.html';
const WORKER = 'service-worker.js';

async function kindred(site: SiteFiles, path: string): Promise<PackedFile> {
  const content = await site.file(path);
  if (!content) throw new Problem('site-not-kept', { path });
  return { path, content };
}

/** The page with a line that says what it opens. */
function opening(html: string, { path, mode, results }: Publication): string {
  const content = path.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const sent = results === undefined ? '' : ` data-results="${results}"`;
  const line = `<meta name="fenqun-notebook" content="${content}" data-mode="${mode}"${sent}>`;
  const bare = html.replace(/ *<meta name="fenqun-notebook"[^>]*>\n?/, '');
  return bare.replace('</head>', () => `  ${line}\n  </head>`);
}

/** The service worker with the list of this copy, so that it keeps the notebook and data, too. */
async function workerOf(
  site: SiteFiles,
  { all, later }: { readonly all: readonly PackedFile[]; readonly later: readonly string[] },
): Promise<PackedFile> {
  const { content } = await kindred(site, WORKER);
  const text = await content.text();
  const code = text.slice(text.indexOf('\n') + 1);
  const files = await Promise.all(
    all.map(async ({ path, content: part }) => [addressOf(path), `sha256-${await sha256(part)}`]),
  );
  const version = (await sha256(new Blob([JSON.stringify([files, later])])))
    .replaceAll(/\W/g, '')
    .slice(0, 16);
  const list = JSON.stringify({ version, files, later });
  return { path: WORKER, content: new Blob([`self.precache=${list};\n${code}`]) };
}

/** As addresses have it: what a request for the file asks for. */
function addressOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

async function sha256(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
