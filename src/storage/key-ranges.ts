/** Every key of a notebook's cells, versions or bin: arrays compare member by member. */
export function rangeOf(notebookId: string): IDBKeyRange {
  return IDBKeyRange.bound([notebookId], [notebookId, []]);
}
