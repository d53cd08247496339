import { createContext } from 'svelte';
import type { CellClipboard } from './clipboard/clipboard';
import type { OfflineSite } from '../offline/offline-site.svelte';
import type { Commands } from './commands';
import type { CellExporter } from './export-cell';
import type { Keeping } from './keeping/keeping.svelte';
import type { PageState } from './page-state.svelte';
import type { Preferences } from './preferences.svelte';
import type { RequestCount } from './request-count.svelte';
import type { Scheduler } from './scheduler';
import type { Session } from './session.svelte';
import type { AskRows } from './table/ask-rows';
import type { Workspace } from './workspace.svelte';

/** What every component of the window may use. */
export interface App {
  readonly workspace: Workspace;
  readonly preferences: Preferences;
  readonly requests: RequestCount;
  readonly keeping: Keeping;
  readonly offline: OfflineSite;
}

/** What every component of an open notebook may use. */
export interface NotebookContext {
  readonly session: Session;
  readonly commands: Commands;
  readonly scheduler: Scheduler;
  readonly page: PageState;
  readonly clipboard: CellClipboard;
  readonly exporter: CellExporter;
  readonly askRows: AskRows;
}

export const [getApp, setApp] = createContext<App>();
export const [getNotebook, setNotebook] = createContext<NotebookContext>();
