import type { SchemaElement, SchemaTree } from 'hyparquet';
import { isListLike, isMapLike } from 'hyparquet/src/schema.js';
import { uniqueNames } from '../layout';

/** One column of ours: where its values lie within those of a top-level column of the file. */
export interface PlannedColumn {
  readonly name: string;
  /** Fields from the top-level value down to this column's; empty for a flat one. */
  readonly path: readonly string[];
  /** What the values mean; null for lists and maps, which become JSON text. */
  readonly element: SchemaElement | null;
  /** Repeated without being called a list: no values are an empty list. */
  readonly isRepeated: boolean;
}

/** A top-level column of the file. */
export interface PlannedRoot {
  /**
   * Its part of the schema, without the meaning of the values that we convert ourselves: exactly,
   * and faster.
   */
  readonly tree: SchemaTree;
  readonly columns: readonly PlannedColumn[];
  /** The leaves below it, with the position of their chunks within each row group. */
  readonly leaves: readonly PlannedLeaf[];
}

export interface PlannedLeaf {
  readonly chunk: number;
  /** From the root of the schema to the leaf, both included. */
  readonly path: readonly SchemaTree[];
}

interface Found {
  readonly tree: SchemaTree;
  readonly path: readonly string[];
  readonly element: SchemaElement | null;
  readonly isRepeated: boolean;
}

/** Structs become one column a field, `address.city`; lists and maps stay whole. */
function fieldsOf(tree: SchemaTree, path: readonly string[] = []): Found[] {
  const { element, children } = tree;
  if (element.repetition_type === 'REPEATED')
    return [{ tree, path, element: null, isRepeated: true }];
  if (children.length === 0) return [{ tree, path, element, isRepeated: false }];
  const isWhole =
    /^(LIST|MAP)/.test(element.converted_type ?? '') ||
    isListLike(tree) ||
    isMapLike(tree) ||
    element.logical_type?.type === 'VARIANT' ||
    hasLost(tree);
  if (isWhole) return [{ tree, path, element: null, isRepeated: false }];
  return children.flatMap((child) => fieldsOf(child, [...path, child.element.name]));
}

/** A field of this name would be lost on its way through a plain object. */
function hasLost(tree: SchemaTree): boolean {
  return tree.children.some(({ element }) => element.name === '__proto__');
}

/** Which columns the file gives, by top-level column, in order. */
export function planColumns(root: SchemaTree): PlannedRoot[] {
  const found = root.children.map((tree) => fieldsOf(tree));
  const wanted = found.flatMap((fields, i) =>
    fields.map(({ path }) => [root.children[i]!.element.name, ...path].join('.').trim()),
  );
  const names = uniqueNames(wanted);
  let nextName = 0;
  let nextChunk = 0;
  return root.children.map((whole, i) => {
    const columns = found[i]!.map(({ path, element, isRepeated }) => ({
      ...{ name: names[nextName++]!, path, element, isRepeated },
    }));
    const tree = plainTree(whole, new Set(found[i]!.map(({ element }) => element)));
    const leaves = leafPaths([root, tree]).map((path) => ({ chunk: nextChunk++, path }));
    return { tree, columns, leaves };
  });
}

function plainTree(tree: SchemaTree, plain: ReadonlySet<SchemaElement | null>): SchemaTree {
  const { converted_type: _, logical_type: __, ...bare } = tree.element;
  const element = plain.has(tree.element) ? bare : tree.element;
  return { ...tree, element, children: tree.children.map((child) => plainTree(child, plain)) };
}

function leafPaths(path: readonly SchemaTree[]): (readonly SchemaTree[])[] {
  const { children } = path.at(-1)!;
  return children.length === 0 ? [path] : children.flatMap((child) => leafPaths([...path, child]));
}
