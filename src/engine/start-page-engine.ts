import { loadDatabase, loadEngineFiles } from './load-parts';
import type { Engine } from './port';
import { startWorker } from './start-worker';
import { WorkerEngine } from './worker-engine';

/** The engine of the page, once all it will ever need of the network is in memory. */
export async function startPageEngine(): Promise<Engine> {
  const { engineSource, setup } = await loadEngineFiles();
  const { mustBeCovered } = setup;
  return new WorkerEngine({
    start: () => startWorker(engineSource, 'fenqun-engine', { mustBeCovered }),
    setup,
    loadSql: loadDatabase,
  });
}
