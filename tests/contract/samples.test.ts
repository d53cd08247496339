import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { definitions } from '../../src/cells/catalogue';
import { cellOf } from '../../src/core/notebook';
import { taskOf } from '../../src/core/task';
import { InlineEngine } from '../../src/engine/inline-engine';
import { nodeParts } from '../../src/headless/node-parts';
import { sampleOf } from '../../src/samples/catalogue';
import { plantedGroups, sampleFile } from '../../src/samples/generate';
import { adjustedRand } from '../support/adjusted-rand';

const wasm = new Uint8Array(readFileSync('build/kernels.wasm')).buffer;

/** Opens a sample as the page does and clusters it as proposed. */
async function proposedFor(id: string) {
  const sample = sampleOf(id)!;
  const file = sampleFile(sample);
  const engine = new InlineEngine(nodeParts(wasm));
  const { sha256 } = await engine.addFile(file);
  const proposal = await engine.propose({ name: file.name, sha256 }, 'zh');
  if (proposal.status !== 'done') throw new Error(JSON.stringify(proposal));
  const labels = await engine.labels(taskOf(proposal.notebook, 'cluster', definitions)!);
  if (labels?.status !== 'done') throw new Error(JSON.stringify(labels));
  const { clusters } = cellOf(proposal.notebook, 'cluster')!.params;
  return { clusters, labels: labels.labels, planted: plantedGroups(sample) };
}

// A slow machine may take its time; a hang would still be seen.
describe('opening a sample', { timeout: 60_000 }, () => {
  it.each(['shop', 'bank', 'travel', 'blobs'])('finds the groups planted in %s', async (id) => {
    const { clusters, labels, planted } = await proposedFor(id);
    expect(clusters).toBe(sampleOf(id)!.groups);
    expect(adjustedRand(labels, planted)).toBeGreaterThan(0.95);
  });

  it.each(['moons', 'circles'])('does not pretend that K-means sees %s', async (id) => {
    const { labels, planted } = await proposedFor(id);
    expect(adjustedRand(labels, planted)).toBeLessThan(0.7);
  });
});
