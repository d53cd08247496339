import type { CellDefinition } from '../core/cell-type';
import type { CellFace } from '../core/cell-face';
import type { CellText } from '../core/cell-text';
import type { Definitions } from '../core/graph';

/** All that page and worker know of a cell type without computing or drawing it. */
export interface CellType {
  readonly definition: CellDefinition;
  readonly text: CellText;
  readonly face: CellFace;
}

// A pattern import is trusted by the compiler without proof: `tests/contract/cells.test.ts`
// checks that every folder exports these shapes and is named as its kind.
const found = import.meta.glob<CellDefinition>('./*/definition.ts', {
  eager: true,
  import: 'definition',
});
const texts = import.meta.glob<CellText>('./*/text.ts', { eager: true, import: 'text' });
const faces = import.meta.glob<CellFace>('./*/face.ts', { eager: true, import: 'face' });

function folderOf(path: string): string {
  return path.split('/')[1] ?? path;
}

function byFolder<T>(modules: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(modules).map(([path, module]) => [folderOf(path), module]));
}

/** The known cell types by kind. */
export const definitions: Definitions = byFolder(found);

const textOf = byFolder(texts);
const faceOf = byFolder(faces);

/** Everything about one cell type but its looks; undefined for a kind that is not known. */
export function cellTypeOf(kind: string): CellType | undefined {
  const definition = definitions.get(kind);
  const text = textOf.get(kind);
  const face = faceOf.get(kind);
  return definition && text && face ? { definition, text, face } : undefined;
}

/** The kinds that are known, in alphabetical order. */
export const kinds: readonly string[] = [...definitions.keys()].sort();
