import { afterEach, describe, expect, it, vi } from 'vitest';
import { settle } from '../core/shard-work';
import type { Matrix } from '../core/matrix';
import { blobs } from '../../tests/support/blobs';
import { kernelModule, shardsOf } from '../../tests/support/shards';
import { createKernelShelf, type KernelShelf } from './kernel-shelf';
import { borrowLocalShards } from './local-shards';

/** Counts the memories that are made from here on. */
function countMemories(): () => number {
  const { Instance } = WebAssembly;
  const made = vi.spyOn(WebAssembly, 'Instance').mockImplementation(function (module, imports) {
    return new Instance(module, imports);
  });
  return () => made.mock.calls.length;
}

const few = blobs({ clusters: 3, rows: 700, columns: 3 }).matrix;
const many = blobs({ clusters: 5, rows: 2000, columns: 6 }).matrix;

/** Something of everything that shards keep in their memory. */
async function answersOf(matrix: Matrix, shelf?: KernelShelf): Promise<readonly unknown[]> {
  const shards = shelf ? borrowLocalShards(matrix, shelf) : shardsOf(matrix);
  const starts = Float64Array.from(matrix.values.subarray(0, matrix.columns * 3));
  try {
    return [
      await settle(shards.assign(starts)),
      await settle(shards.labels()),
      await settle(shards.measure(starts)),
      await settle(shards.moments()),
      await settle(shards.farthest(starts, 5)),
      await settle(shards.distancesToAll(starts)),
      await settle(shards.addSeeds(starts, true)),
      await settle(shards.drawRows([0.2, 0.7])),
      await settle(shards.heaviestRow()),
      await settle(shards.medians(Int32Array.of(1, 1, 1))),
      await settle(shards.rowsAt(Uint32Array.of(3, 1))),
      await settle(shards.sumPairDistances(matrix.values, Int32Array.of(matrix.rows))),
      await settle(shards.neighbors.nearest(matrix.values.subarray(0, matrix.columns * 4), 3)),
      await settle(shards.neighbors.count(0.5, 4)),
    ];
  } finally {
    shards.release();
  }
}

describe('the shelf of kernels', () => {
  afterEach(() => vi.restoreAllMocks());

  it('makes one memory for any number of matrices, one after the other', async () => {
    const made = countMemories();
    const shelf = createKernelShelf(kernelModule());
    for (let i = 0; i < 30; i++) borrowLocalShards(i % 2 ? few : many, shelf).release();
    expect(made()).toBe(1);
  });

  it('gives every matrix at a time a memory of its own, and keeps them', () => {
    const made = countMemories();
    const shelf = createKernelShelf(kernelModule());
    for (let i = 0; i < 10; i++) {
      const [one, other] = [borrowLocalShards(few, shelf), borrowLocalShards(many, shelf)];
      one.release();
      other.release();
    }
    expect(made()).toBe(2);
  });

  it('lends a memory to one at a time, however often that was given back', () => {
    const shelf = createKernelShelf(kernelModule());
    const shards = borrowLocalShards(few, shelf);
    shards.release();
    shards.release();
    expect(shelf.borrow()).not.toBe(shelf.borrow());
  });

  it('keeps no more than 128 MB', () => {
    const shelf = createKernelShelf(kernelModule());
    const [large, small] = [shelf.borrow(), shelf.borrow()];
    large.reserve(2 ** 27);
    shelf.giveBack(large);
    shelf.giveBack(small);
    expect([shelf.borrow(), shelf.borrow()]).toEqual([small, expect.not.objectContaining(large)]);
  });

  it('changes no bit of an answer, nor of one that was given before', async () => {
    const shelf = createKernelShelf(kernelModule());
    const alone = [await answersOf(few), await answersOf(many)];
    const first = await answersOf(few, shelf);
    const second = await answersOf(many, shelf);
    expect(await answersOf(few, shelf)).toEqual(alone[0]);
    expect([first, second]).toEqual(alone);
  });

  it('answers nobody whose memory may be another’s by now', async () => {
    const shards = borrowLocalShards(few, createKernelShelf(kernelModule()));
    shards.release();
    await expect(settle(shards.labels())).rejects.toThrow('released');
    await expect(settle(shards.neighbors.count(1, 1))).rejects.toThrow('released');
  });
});
