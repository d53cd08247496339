import type { Definitions } from '../../core/graph';
import { hashOf } from '../../core/fingerprint';
import type { Json } from '../../core/json';
import type { Notebook } from '../../core/notebook';
import type { StoredResult } from '../../storage/port';
import type { Shipped } from '../address';
import {
  fetchBeside,
  fetchData,
  fetchResults,
  keepData,
  type Arrival,
  type ForeignPorts,
} from './foreign';
import { resultsToShow } from './results';

export interface SiteNotebook {
  readonly notebook: Notebook;
  /** The same notebook at the same place is the same one, with what was done to it here since. */
  readonly id: string;
  /** All its data are here, so that it may run. */
  readonly isWhole: boolean;
  readonly results: ReadonlyMap<string, StoredResult>;
  readonly arrival: Arrival;
}

export interface SitePorts extends ForeignPorts {
  readonly definitions: Definitions;
  readonly shipped?: Shipped;
}

/** A notebook of this site with the data and the results that lie beside it. Throws a `Problem`. */
export async function readSite(path: string, ports: SitePorts): Promise<SiteNotebook> {
  const { definitions, shipped } = ports;
  const document = await fetchBeside(path, ports);
  const { notebook } = document;
  await keepData(document, ports);
  const { isWhole, badFiles } = await fetchData(notebook, path, ports);
  const hash = shipped?.path === path ? shipped.results : undefined;
  const sent = hash === undefined ? [] : await fetchResults(path, hash);
  return {
    notebook,
    id: `site-${hashOf([path, notebook as unknown as Json]).slice(0, 24)}`,
    isWhole,
    results: resultsToShow(notebook, sent ?? [], definitions),
    arrival: { from: 'site', name: path, badFiles, hasBadResults: sent === null },
  };
}
