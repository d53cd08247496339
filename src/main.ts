import './ui/tokens.css';
import './ui/fonts.css';
import './ui/base.css';
import './app/app.css';
import { mount } from 'svelte';
import type { Shipped } from './app/address';
import App from './app/App.svelte';
import { createLateEngine } from './app/late-engine';
import { Preferences } from './app/preferences.svelte';
import { RequestCount } from './app/request-count.svelte';
import { Workspace } from './app/workspace.svelte';
import type { SampleCard } from './app/workspace-ports';
import { definitions, kinds } from './cells/catalogue';
import { editorOf, viewOf } from './cells/views';
import { Problem, reportOf } from './core/problem';
import { OfflineSite } from './offline/offline-site.svelte';
import { SAMPLES } from './samples/catalogue';
import { shapes } from './samples/shapes';
import { openIdbStore } from './storage/idb-store';
import { createMemoryStore } from './storage/memory-store';
import type { Store } from './storage/port';
import { createUnsavedShelf } from './storage/unsaved';

/** A browser that stores nothing still works, and every save says that it was none. */
function createRefusingStore(reason: unknown): Store {
  const { code, facts } = reportOf(reason);
  const refuse = () => Promise.reject(new Problem(code, facts));
  return { ...createMemoryStore(), saveNotebook: refuse };
}

/** The browser's storage for texts, where it grants one. */
function textStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const samples: readonly SampleCard[] = SAMPLES.map((sample) => ({
  id: sample.id,
  title: sample.title,
  about: sample.summary,
  rows: sample.rows,
  isLesson: shapes.includes(sample),
  make: async (language) => {
    const { sampleFile } = await import('./samples/generate');
    return sampleFile(sample, { language });
  },
}));

const startEngine = () =>
  import('./engine/start-page-engine').then(({ startPageEngine }) => startPageEngine());

/** The notebook that this copy of the site was published with. */
function shippedNotebook(): Shipped | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="fenqun-notebook"]');
  return meta ? { path: meta.content, mode: meta.dataset.mode ?? 'edit' } : undefined;
}

/** Everything that the page may ever load, so that nothing is asked for afterwards. */
async function loadTheRest(engine: Promise<unknown>): Promise<void> {
  await Promise.all([
    engine,
    import('./app/NotebookPage.svelte'),
    import('./app/table/TablePanel.svelte'),
    import('./passport/open'),
    import('./notebook-file/write'),
    import('./samples/generate'),
    ...kinds.map((kind) => viewOf(kind)),
    ...kinds.map((kind) => editorOf(kind)),
    document.fonts.load('400 16px "Fenqun Sans"'),
    document.fonts.load('600 16px "Fenqun Serif"'),
  ]);
}

async function start(): Promise<void> {
  const preferences = new Preferences();
  const requests = new RequestCount();
  const offline = new OfflineSite();
  const store = await openIdbStore(location.pathname).catch(createRefusingStore);
  const engine = startEngine();
  const documents = import('./engine/start-documents').then(({ startDocuments }) =>
    startDocuments(),
  );
  // Whoever asks for a document hears of it.
  documents.catch(() => undefined);
  const shipped = shippedNotebook();
  const workspace = new Workspace({
    ...(shipped && { shipped }),
    engine: createLateEngine(engine),
    store,
    unsaved: createUnsavedShelf(location.pathname, textStorage()),
    definitions,
    preferences,
    samples,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    documents: {
      read: async (foreign, name) => (await documents).read(foreign, name),
      pack: async (files, onProgress) => (await documents).pack(files, onProgress),
    },
    openPassport: async (text, language) => {
      const { openPassport } = await import('./passport/open');
      return openPassport(text, definitions, language);
    },
    writeNotebook: async (notebook) =>
      (await import('./notebook-file/write')).writeNotebook(notebook, definitions),
  });
  const target = document.getElementById('app');
  if (!target) throw new Error('the page has no place for the application');
  await workspace.showAddress();
  mount(App, { target, props: { app: { workspace, preferences, requests, offline } } });
  // When a part is missing it may still be asked for: then the page does not call itself ready.
  try {
    await loadTheRest(Promise.all([engine, documents]));
    // Last, so that the service worker finds most of it in the browser's own cache.
    await offline.keep(import.meta.url);
    requests.declareReady();
  } catch (thrown) {
    console.warn(thrown);
  }
}

void start();
