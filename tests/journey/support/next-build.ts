import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeServiceWorker } from '../../../src/tooling/precache.mjs';

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));
const HASH = /-([\w-]{8})\.(?:js|css)$/;

/** The built site as the next release would be: every script and style sheet under a new name. */
export async function makeNextBuild(): Promise<{
  readonly folder: string;
  readonly remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'fenqun-next-'));
  await cp(DIST, folder, { recursive: true });
  const assets = join(folder, 'assets');
  const names = await readdir(assets);
  const renamed = names.flatMap((name) => {
    const hash = HASH.exec(name)?.[1];
    return hash ? [[name, name.replace(`-${hash}.`, `-Next${hash.slice(4)}.`)] as const] : [];
  });
  const texts = [...names.filter((name) => /\.(js|css)$/.test(name)).map((n) => join(assets, n))];
  for (const path of [...texts, join(folder, 'index.html')]) {
    let text = await readFile(path, 'utf8');
    for (const [old, next] of renamed) text = text.replaceAll(old, next);
    await writeFile(path, text);
  }
  for (const [old, next] of renamed) await rename(join(assets, old), join(assets, next));
  const worker = await readFile(join(folder, 'service-worker.js'), 'utf8');
  writeServiceWorker(folder, worker.slice(worker.indexOf('\n') + 1));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
