import { isMainThread } from 'node:worker_threads';
import { runCommandLine } from './headless/command';
import { nodeParts } from './headless/node-parts';
import { linkToParent } from './headless/thread-link';
import { InlineEngine } from './engine/inline-engine';
import { serveEngine } from './engine/serve-engine';

/** Runs what was typed and gives the exit code. */
export function main(args: readonly string[]): Promise<number> {
  return runCommandLine(args);
}

if (!isMainThread) serveEngine(linkToParent(), ({ wasm }) => new InlineEngine(nodeParts(wasm)));
