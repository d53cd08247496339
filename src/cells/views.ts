import type { Component } from 'svelte';
import type { EditorProps } from '../core/editor-props';
import type { ViewProps } from '../core/view-props';

export type CellView = Component<ViewProps>;
export type CellEditor = Component<EditorProps>;

// Apart from the catalogue, which also serves Node, where no view can be loaded.
const loaders = import.meta.glob<CellView>('./*/View.svelte', { import: 'default' });
const loaded = new Map<string, Promise<CellView>>();
const editors = import.meta.glob<CellEditor>('./*/Editor.svelte', { import: 'default' });

/** Loads the view of a cell type on first use; null when the kind has none. */
export function viewOf(kind: string): Promise<CellView> | null {
  const known = loaded.get(kind);
  if (known) return known;
  const load = loaders[`./${kind}/View.svelte`];
  if (!load) return null;
  const view = load();
  loaded.set(kind, view);
  // A failed load (offline before the first visit ended) may be tried again.
  view.catch(() => loaded.delete(kind));
  return view;
}

/** Loads what a cell type has above its result for writing in; null when it has nothing there. */
export function editorOf(kind: string): Promise<CellEditor> | null {
  return editors[`./${kind}/Editor.svelte`]?.() ?? null;
}
