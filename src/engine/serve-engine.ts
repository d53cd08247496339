import type { InlineEngine } from './inline-engine';
import type { Link } from './link';
import type { RunOptions } from './port';
import type { Answer, FromEngine, Question, Setup, SqlParts, ToEngine } from './protocol';
import { reportThrown } from './report-thrown';

const HEARTBEAT_MS = 500;

interface Movable {
  readonly answer: Answer;
  readonly movable?: readonly ArrayBuffer[];
}

async function answerOf(
  engine: InlineEngine,
  question: Question,
  options: RunOptions,
): Promise<Movable> {
  switch (question.kind) {
    case 'add-file':
      return { answer: { kind: 'added', ...(await engine.addFile(question.file, options)) } };
    case 'run': {
      const { movable = [], ...outcome } = await engine.run(question.task, options);
      return { answer: { kind: 'ran', outcome }, movable };
    }
    case 'labels':
      return { answer: { kind: 'labelled', labels: await engine.labels(question.task, options) } };
    case 'export': {
      const { task, wish } = question;
      return { answer: { kind: 'exported', exported: await engine.export(task, wish, options) } };
    }
    case 'rows': {
      const { task, ask } = question;
      return { answer: { kind: 'rows', rows: await engine.rows(task, ask, options) } };
    }
    case 'compare': {
      const { task, before } = question;
      return {
        answer: { kind: 'compared', compared: await engine.compare(task, before, options) },
      };
    }
    case 'propose': {
      const proposal = await engine.propose(question.file, question.language, options);
      return { answer: { kind: 'proposed', proposal } };
    }
    default:
      return question satisfies never;
  }
}

/** Asks the page for what the database is made of; one who asks later takes the place of the former. */
export type WantSql = (hear: (parts: SqlParts) => void) => void;

function createSqlWish(ask: () => void): {
  readonly want: WantSql;
  readonly hear: (parts: SqlParts) => void;
} {
  let listener: (parts: SqlParts) => void = () => undefined;
  const want: WantSql = (hear) => {
    listener = hear;
    ask();
  };
  return { want, hear: (parts) => listener(parts) };
}

/**
 * The worker's half of the engine: listens on the link and answers every question exactly
 * once. `createEngine` is called with the setup, which is the first message.
 */
export function serveEngine(
  link: Link,
  createEngine: (setup: Setup, wantSql: WantSql) => InlineEngine | Promise<InlineEngine>,
): void {
  let engine: Promise<InlineEngine> | undefined;
  const cancels = new Map<number, AbortController>();
  const post = (message: FromEngine, transfer: readonly ArrayBuffer[] = []): void =>
    link.post(message, transfer);
  const sql = createSqlWish(() => post({ kind: 'wants-sql' }));

  async function ask(id: number, question: Question): Promise<void> {
    const controller = new AbortController();
    cancels.set(id, controller);
    const { signal } = controller;
    const onProgress: RunOptions['onProgress'] = (progress) =>
      post({ kind: 'progress', id, progress });
    const { answer, movable } = await Promise.resolve(engine)
      .then((ready) => answerOf(ready!, question, { signal, onProgress }))
      .catch((thrown: unknown): Movable => refusalOf(thrown, signal));
    cancels.delete(id);
    try {
      post({ kind: 'answer', id, answer }, movable);
    } catch (thrown) {
      // A display that cannot be sent is our bug; the question still deserves its answer.
      post({ kind: 'answer', id, answer: { kind: 'refused', problem: reportThrown(thrown) } });
    }
  }

  function receive(message: ToEngine): void {
    switch (message.kind) {
      case 'setup':
        setInterval(() => post({ kind: 'heartbeat' }), HEARTBEAT_MS);
        engine = Promise.resolve(createEngine(message, sql.want));
        // An engine that cannot be made refuses every question, each with the reason.
        engine.then(() => post({ kind: 'ready' })).catch(() => undefined);
        return;
      case 'provide':
        engine
          ?.then((ready) => ready.provideFile(message.sha256, message.file))
          .catch(() => undefined);
        return;
      case 'ask':
        return void ask(message.id, message.question);
      case 'cancel':
        post({ kind: 'heard', id: message.id });
        return cancels.get(message.id)?.abort();
      default:
        return sql.hear(message);
    }
  }

  // Only the page that started us can post here, and it posts nothing else.
  link.listen((message) => receive(message as ToEngine));
}

function refusalOf(thrown: unknown, signal: AbortSignal): Movable {
  if (signal.aborted) return { answer: { kind: 'cancelled' } };
  return { answer: { kind: 'refused', problem: reportThrown(thrown) } };
}
