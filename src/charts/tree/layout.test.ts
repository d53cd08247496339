import { describe, expect, it } from 'vitest';
import { layoutTree } from './layout';

describe('the layout of a tree', () => {
  const merges = [
    { a: 0, b: 2, extent: 1 },
    { a: 1, b: 3, extent: 4 },
  ];
  const tree = layoutTree(merges, [1, 2, 0], { width: 200, lineHeight: 40 });

  it('puts leaves on lines and merges in the middle of what they join', () => {
    expect(tree.height).toBe(120);
    expect(tree.brackets).toMatchObject([
      { x: 50, y: 80 },
      { x: 200, y: 50 },
    ]);
  });

  it('draws arms from where the sides end, the upper one first', () => {
    expect(tree.brackets[0]?.path).toBe('M0 60H50V100H0');
    expect(tree.brackets[1]?.path).toBe('M0 20H200V80H50');
    expect(tree.scale(2)).toBe(100);
  });

  it('has no brackets for a single leaf, and no width for equal ones', () => {
    expect(layoutTree([], [0], { width: 200, lineHeight: 40 }).brackets).toEqual([]);
    const flat = layoutTree([{ a: 0, b: 1, extent: 0 }], [0, 1], { width: 200, lineHeight: 40 });
    expect(flat.brackets[0]?.x).toBe(0);
  });
});
