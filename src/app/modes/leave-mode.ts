import { tick } from 'svelte';
import type { NotebookContext } from '../context';
import type { Workspace } from '../workspace.svelte';

/** Shows the notebook to be edited again, at the cell that was looked at. */
export function backToEditing(
  workspace: Pick<Workspace, 'showMode'>,
  page: NotebookContext['page'],
): void {
  const at = page.selected;
  workspace.showMode('edit');
  void tick().then(() => {
    if (at === null) scrollTo(0, 0);
    else page.goTo(at);
  });
}
