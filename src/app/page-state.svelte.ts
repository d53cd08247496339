/** How the reader looks at an open notebook: nothing of it is saved. */
export class PageState {
  selected: string | null = $state(null);
  /** Enter was pressed: the controls of the selected cell have the keyboard. */
  isEditing: boolean = $state(false);
  /** The parameter whose control should be shown and focused. */
  wantedParam: string | null = $state(null);
  /** Where the palette would put a cell; null: it is closed. */
  addAt: number | null = $state(null);
  /** The cell whose title is being written. */
  renaming: string | null = $state(null);
  isHelpOpen: boolean = $state(false);
  isOutlineOpen: boolean = $state(false);
  isProofOpen: boolean = $state(false);
  /** Segments picked out in the views of a clustering, by the id of the cell that gives it. */
  picked: ReadonlyMap<string, readonly number[]> = $state.raw(new Map());
  /** What the live region says. */
  announcement: string = $state('');

  select(cellId: string | null): void {
    if (this.selected === cellId) return;
    this.wantedParam = null;
    this.isEditing = false;
    this.selected = cellId;
  }

  /** Selects a cell, brings it into view and gives it the keyboard. */
  goTo(cellId: string): void {
    this.select(cellId);
    this.isEditing = false;
    const element = document.getElementById(`cell-${cellId}`);
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus({ preventScroll: true });
  }

  /** Picks segments out in every view of a clustering; null: no longer. */
  pick(clusteringId: string, segments: readonly number[] | null): void {
    const picked = new Map(this.picked);
    if (segments === null || segments.length === 0) picked.delete(clusteringId);
    else picked.set(clusteringId, segments);
    this.picked = picked;
  }

  /** Selects a cell and shows the control of one of its parameters. */
  openParam(cellId: string, param: string | null): void {
    this.selected = cellId;
    this.wantedParam = param;
    this.isEditing = true;
  }
}
