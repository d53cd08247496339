import './ui/tokens.css';
import './ui/fonts.css';
import './ui/base.css';
import './app/app.css';
import { mount, unmount } from 'svelte';
import type { Shipped } from './app/address';
import App from './app/App.svelte';
import { holdDrops } from './app/early-drops';
import { Keeping } from './app/keeping/keeping.svelte';
import TroubleBanner from './app/keeping/TroubleBanner.svelte';
import { BackupReminder } from './app/keeping/reminder';
import { createTabs, type Tabs } from './app/keeping/tabs';
import { conflictTitle } from './app/keeping/copy-title';
import { createLateEngine } from './app/late-engine';
import { Preferences } from './app/preferences.svelte';
import { RequestCount } from './app/request-count.svelte';
import { Workspace } from './app/workspace.svelte';
import type { SampleCard } from './app/workspace-ports';
import { definitions, kinds } from './cells/catalogue';
import { editorOf, viewOf } from './cells/views';
import type { Documents } from './engine/documents';
import { OfflineSite } from './offline/offline-site.svelte';
import { SAMPLES } from './samples/catalogue';
import { shapes } from './samples/shapes';
import { deleteDamaged, eraseTraces, listTraces } from './storage/erase';
import { openStorage } from './storage/open-storage';
import { SealedProtection } from './storage/sealed/protection';
import { connectTabs } from './app/protecting/connect-tabs';
import type { Store } from './storage/port';
import { canWriteSlots } from './storage/slots';
import { createUnsavedShelf } from './storage/unsaved';

/** How long what was deleted can be had back: 30 days. */
const BIN_MS = 30 * 86_400_000;

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
  if (!meta) return undefined;
  const { mode = 'edit', results } = meta.dataset;
  return { path: meta.content, mode, ...(results !== undefined && { results }) };
}

const shippedPart = () => {
  const shipped = shippedNotebook();
  return shipped && { shipped };
};

async function startDocuments(): Promise<Documents> {
  return (await import('./engine/start-documents')).startDocuments();
}

/** May be asked before it has started; whoever asks hears why it could not. */
function lateDocuments(started: Promise<Documents>): Documents {
  started.catch(() => undefined);
  return {
    read: async (foreign, name) => (await started).read(foreign, name),
    pack: async (files, onProgress) => (await started).pack(files, onProgress),
  };
}

/** Everything that the page may ever load, so that nothing is asked for afterwards. */
async function loadTheRest(engine: Promise<unknown>): Promise<void> {
  await Promise.all([
    engine,
    import('./app/NotebookPage.svelte'),
    import('./app/table/TablePanel.svelte'),
    import('./app/keeping/HistoryPanel.svelte'),
    import('./app/protecting/LockedPage.svelte'),
    import('./app/protecting/ProtectPanel.svelte'),
    import('./app/modes/AppPage.svelte'),
    import('./app/modes/PresentPage.svelte'),
    import('./app/keeping/KeepingSection.svelte'),
    import('./app/keeping/backup'),
    import('./passport/open'),
    import('./interop/records'),
    import('./notebook-file/write'),
    import('./samples/generate'),
    ...kinds.map((kind) => viewOf(kind)),
    ...kinds.map((kind) => editorOf(kind)),
    document.fonts.load('400 16px "Fenqun Sans"'),
    document.fonts.load('600 16px "Fenqun Serif"'),
  ]);
}

function openTabs(): Tabs {
  return createTabs({
    locks: navigator.locks,
    openChannel: (name) => new BroadcastChannel(name),
    sitePath: location.pathname,
    setTimer: (run, ms) => setTimeout(run, ms),
  });
}

/** The place where the work is kept, and what opens it. */
function createKeeping(sitePath: string): { keeping: Keeping; open: () => Promise<Store> } {
  let store: Store | null = null;
  const keeping = new Keeping({
    storage: navigator.storage,
    hasCopies: canWriteSlots(),
    reminder: new BackupReminder(sitePath, textStorage(), () => Date.now()),
    rebuild: async () => {
      await deleteDamaged(sitePath);
      location.reload();
    },
    erase: async () => {
      const before = await listTraces(sitePath);
      store?.close();
      return { before, after: await eraseTraces(sitePath) };
    },
  });
  const open = async () => {
    store = await openStorage({
      sitePath,
      texts: textStorage(),
      onTrouble: (trouble) => (keeping.trouble = trouble),
      beforeYield: () => keeping.save(),
    });
    return store;
  };
  return { keeping, open };
}

/** The place where the work is kept, with what protects it, and how tabs hear of that. */
async function openProtection(open: () => Promise<Store>, sitePath: string) {
  const news = connectTabs((name) => new BroadcastChannel(name), sitePath);
  const protection = new SealedProtection(await open(), { tell: news.tell });
  void protection.store.emptyBins(Date.now() - BIN_MS).catch(() => undefined);
  return { protection, news };
}

async function start(): Promise<void> {
  const drops = holdDrops(window);
  const target = document.getElementById('app');
  if (!target) throw new Error('the page has no place for the application');
  const preferences = new Preferences();
  const requests = new RequestCount();
  const offline = new OfflineSite();
  const sitePath = location.pathname;
  const { keeping, open } = createKeeping(sitePath);
  // An upgrade that waits for another tab says so before there is anything else to show.
  const early = mount(TroubleBanner, { target, props: { keeping, preferences, isAlone: true } });
  const { protection, news } = await openProtection(open, sitePath);
  const engine = startEngine();
  const documents = startDocuments();
  const workspace = new Workspace({
    ...shippedPart(),
    engine: createLateEngine(engine),
    store: protection.store,
    protection,
    unsaved: createUnsavedShelf(sitePath, textStorage()),
    definitions,
    preferences,
    samples,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    documents: lateDocuments(documents),
    copyTitle: (title) => conflictTitle(title, Date.now(), preferences.language),
    ...(navigator.locks && { tabs: openTabs() }),
    onWritten: () => keeping.edited(),
    isNewer: () => keeping.trouble?.kind === 'newer',
    openPassport: async (text, language) => {
      const { openPassport } = await import('./passport/open');
      return openPassport(text, definitions, language);
    },
    writeNotebook: async (notebook) =>
      (await import('./notebook-file/write')).writeNotebook(notebook, definitions),
  });
  news.listen((what, id) => void workspace.protecting.hear(what, id));
  await workspace.showAddress();
  keeping.save = () => workspace.save();
  await unmount(early);
  mount(App, { target, props: { app: { workspace, preferences, requests, offline, keeping } } });
  drops.release((files) => void workspace.incoming.take(files));
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
