import type { FileMetaData, SchemaElement, SchemaTree } from 'hyparquet';
import { isListLike, isMapLike } from 'hyparquet/src/schema.js';
import { uniqueNames } from '../layout';

/** One column of ours: where its values lie within those of a top-level column of the file. */
export interface PlannedColumn {
  readonly name: string;
  /** Fields from the top-level value down to this column's; empty for a flat one. */
  readonly path: readonly string[];
  /** What the values mean; null for lists and maps, which become JSON text. */
  readonly element: SchemaElement | null;
}

/** A top-level column of the file under the name that it has in `plainSchema`. */
export interface PlannedRoot {
  readonly root: string;
  readonly columns: readonly PlannedColumn[];
  /** Positions of its chunks within each row group. */
  readonly leaves: readonly number[];
}

interface Found {
  readonly tree: SchemaTree;
  readonly path: readonly string[];
  readonly element: SchemaElement | null;
}

/** Structs become one column a field, `address.city`; lists and maps stay whole. */
function fieldsOf(tree: SchemaTree, path: readonly string[] = []): Found[] {
  const { element, children } = tree;
  if (element.repetition_type === 'REPEATED') return [{ tree, path, element: null }];
  if (children.length === 0) return [{ tree, path, element }];
  const isWhole =
    isListLike(tree) ||
    isMapLike(tree) ||
    element.logical_type?.type === 'VARIANT' ||
    hasLost(tree);
  if (isWhole) return [{ tree, path, element: null }];
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
  let next = 0;
  let leaf = 0;
  return found.map((fields, i) => {
    const columns = fields.map(({ path, element }) => ({ name: names[next++]!, path, element }));
    const count = countLeaves(root.children[i]!);
    const leaves = Array.from({ length: count }, () => leaf++);
    return { root: rootName(i), columns, leaves };
  });
}

function countLeaves(tree: SchemaTree): number {
  return tree.children.length === 0 ? 1 : tree.children.reduce((n, c) => n + countLeaves(c), 0);
}

function rootName(index: number): string {
  return `c${index}`;
}

/**
 * The same metadata with top-level columns named by position, so that repeated names do no harm,
 * and without the meaning of the values that we convert ourselves: exactly, and faster.
 */
export function plainMetadata(metadata: FileMetaData, root: SchemaTree): FileMetaData {
  const plain = new Set<SchemaElement>();
  for (const tree of root.children) {
    for (const found of fieldsOf(tree)) if (found.element) plain.add(found.element);
  }
  const tops = new Map(root.children.map(({ element }, i) => [element, rootName(i)]));
  const schema = metadata.schema.map((element) => {
    const name = tops.get(element) ?? element.name;
    return plain.has(element) ? withoutMeaning(element, name) : { ...element, name };
  });
  const leafRoots = root.children.flatMap((tree, i) =>
    Array.from({ length: countLeaves(tree) }, () => rootName(i)),
  );
  const row_groups = metadata.row_groups.map((group) => ({
    ...group,
    columns: group.columns.map((column, i) => {
      const chunk = column.meta_data!;
      const path_in_schema = [leafRoots[i]!, ...chunk.path_in_schema.slice(1)];
      return { ...column, meta_data: { ...chunk, path_in_schema } };
    }),
  }));
  return { ...metadata, schema, row_groups };
}

function withoutMeaning(element: SchemaElement, name: string): SchemaElement {
  const { converted_type: _, logical_type: __, ...rest } = element;
  return { ...rest, name };
}
