import { reportOf } from '../core/problem';
import type { Engine } from '../engine/port';

/**
 * An engine that may be used before it has started: the page is there at once, and the first
 * question waits. When it cannot start, every question is answered with the reason.
 */
export function createLateEngine(started: Promise<Engine>): Engine {
  return {
    addFile: async (file, options) => (await started).addFile(file, options),
    provideFile: (sha256, file) =>
      void started.then(
        (engine) => engine.provideFile(sha256, file),
        () => undefined,
      ),
    run: (task, options) =>
      started.then(
        (engine) => engine.run(task, options),
        (thrown: unknown) => ({
          status: 'failed',
          fingerprint: task.fingerprint,
          problem: reportOf(thrown),
          cellId: task.cellId,
        }),
      ),
    propose: (file, language, options) =>
      started.then(
        (engine) => engine.propose(file, language, options),
        (thrown: unknown) => ({ status: 'failed', problem: reportOf(thrown) }),
      ),
    labels: (task, options) =>
      started.then(
        (engine) => engine.labels(task, options),
        (thrown: unknown) => ({ status: 'failed', problem: reportOf(thrown) }),
      ),
    export: (task, wish, options) =>
      started.then(
        (engine) => engine.export(task, wish, options),
        (thrown: unknown) => ({ status: 'failed', problem: reportOf(thrown) }),
      ),
    compare: (task, before, options) =>
      started.then(
        (engine) => engine.compare(task, before, options),
        (thrown: unknown) => ({ status: 'failed', problem: reportOf(thrown) }),
      ),
    rows: (task, ask, options) =>
      started.then(
        (engine) => engine.rows(task, ask, options),
        (thrown: unknown) => ({ status: 'failed', problem: reportOf(thrown) }),
      ),
    dispose: () =>
      void started.then(
        (engine) => engine.dispose(),
        () => undefined,
      ),
  };
}
