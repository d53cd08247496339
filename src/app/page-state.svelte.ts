/** Segments picked out of one result of a clustering. */
export interface Picked {
  readonly segments: readonly number[];
  /** Of the result that they were picked from; null when it was not known. */
  readonly fingerprint: string | null;
}

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
  isExportOpen: boolean = $state(false);
  isOutlineOpen: boolean = $state(false);
  isProofOpen: boolean = $state(false);
  /** What is picked out in the views of a clustering, by the id of the cell that gives it. */
  picked: ReadonlyMap<string, Picked> = $state.raw(new Map());
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
  pick(clusteringId: string, pick: Picked | null): void {
    const picked = new Map(this.picked);
    if (pick === null || pick.segments.length === 0) picked.delete(clusteringId);
    else picked.set(clusteringId, pick);
    this.picked = picked;
  }

  /** What is picked out of this very result of a clustering; another result has other segments. */
  pickedFrom(clusteringId: string, fingerprint: string | null): readonly number[] | null {
    const pick = this.picked.get(clusteringId);
    return pick && pick.fingerprint === fingerprint ? pick.segments : null;
  }

  /** Ends every pick; false when there was none. */
  unpick(): boolean {
    const had = this.picked.size > 0;
    if (had) this.picked = new Map();
    return had;
  }

  /** Selects a cell and shows the control of one of its parameters. */
  openParam(cellId: string, param: string | null): void {
    this.selected = cellId;
    this.wantedParam = param;
    this.isEditing = true;
  }
}
