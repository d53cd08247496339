import { makeVector, Table, Utf8, vectorFromArray } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import type { MatrixValue, TableValue } from '../core/values';
import { bytesOf, movableBuffers } from './buffers';
import { createValueCache } from './value-cache';

function matrixOf(values: Float32Array): MatrixValue {
  const matrix = { rows: values.length, columns: 1, values };
  const made = { features: [], columns: [], rowIndex: null, tableRows: values.length };
  return { kind: 'matrix', matrix, ...made };
}

const finished = (floats: number) => ({ value: matrixOf(new Float32Array(floats)), display: null });

describe('the value cache', () => {
  it('lets the least recently used go first when the budget is exceeded', () => {
    const cache = createValueCache(100);
    cache.put('a', finished(10));
    cache.put('b', finished(10));
    cache.get('a');
    cache.put('c', finished(10));
    expect(['a', 'b', 'c'].filter((name) => cache.get(name))).toEqual(['a', 'c']);
    expect(cache.sizeBytes()).toBe(80);
  });

  it('keeps the newest even when it alone exceeds the budget', () => {
    const cache = createValueCache(10);
    cache.put('a', finished(1));
    cache.put('b', finished(100));
    expect(cache.get('a')).toBeUndefined();
    expect(cache.get('b')).toBeDefined();
  });

  it('counts a value once that is put twice', () => {
    const cache = createValueCache(1000);
    cache.put('a', finished(10));
    cache.put('a', finished(20));
    expect(cache.sizeBytes()).toBe(80);
  });
});

describe('the buffers of a value', () => {
  it('are counted once, however many views look into them', () => {
    const buffer = new ArrayBuffer(400);
    const value = matrixOf(new Float32Array(buffer, 0, 50));
    expect(bytesOf({ ...value, rowIndex: new Uint32Array(buffer, 200, 50) })).toBe(400);
  });

  it('include text, dictionaries and validity of a table', () => {
    const numbers = makeVector(new Float64Array(8));
    const words = vectorFromArray(['a', null, 'bc'], new Utf8());
    const value = (table: Table): TableValue => ({ kind: 'table', table, columns: [], rows: 0 });
    expect(bytesOf(value(new Table({ c0: numbers })))).toBe(64);
    expect(bytesOf(value(new Table({ c0: words })))).toBeGreaterThan(3 + 16);
  });

  it('may be moved with a display only when no value looks into them', () => {
    const kept = matrixOf(new Float32Array(4));
    const own = new Float32Array(2);
    const display = { x: kept.matrix.values.subarray(1), deep: [{ own }], text: 'a' };
    expect(movableBuffers(display, [kept])).toEqual([own.buffer]);
  });
});
