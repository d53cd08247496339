import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, strToU8 } from 'fflate';
import { createRandom, type Random } from '../../../src/core/random';
import { Problem } from '../../../src/core/problem';
import { BUNDLE_LIMITS, NOTEBOOK_ENTRY } from '../../../src/notebook-file/bundle';
import { packLink } from '../../../src/notebook-file/link';
import { readDocument, type Foreign } from '../../../src/notebook-file/read-document';
import { writeNotebook } from '../../../src/notebook-file/write';

/** What became of documents from strangers. */
export interface DocumentReport {
  read: number;
  /** Refused with a problem, by its code and reason. */
  readonly refused: Record<string, number>;
  /** Anything that was thrown and is no problem, and notebooks that do not survive being written. */
  readonly bugs: string[];
  slowestMs: number;
  slowest: string;
}

const newReport = (): DocumentReport => ({
  read: 0,
  refused: {},
  bugs: [],
  slowestMs: 0,
  slowest: '',
});

const CELLS = 'src/cells';

/** The notebooks of the cell types' own examples. */
function examples(): string[] {
  return readdirSync(CELLS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFileSync(join(CELLS, name, 'example.fenqun.md'), 'utf8'));
}

const PIECES = [
  '"__proto__": {"x": 1}',
  '__proto__: {"polluted": true}',
  'constructor: {"prototype": {}}',
  '```fenqun note id=a',
  '---',
  '<!-- fenqun note id=x -->',
  '\u0000',
  '\ud800',
  '[[[[[[[[',
  '1e999',
  '\r\n',
  '`'.repeat(40),
];

/** A text with one to six places cut, doubled, moved or overwritten. */
export function mutateText(text: string, random: Random): string {
  let wounded = text;
  for (let i = random.below(6) + 1; i > 0; i--) {
    const at = random.below(wounded.length + 1);
    const end = Math.min(wounded.length, at + random.below(40));
    const inside = wounded.slice(at, end);
    const put = [
      '',
      inside + inside,
      PIECES[random.below(PIECES.length)]!,
      String.fromCharCode(random.below(65_536)),
      wounded.slice(0, random.below(200)),
    ][random.below(5)]!;
    wounded = wounded.slice(0, at) + put + wounded.slice(end);
  }
  return wounded;
}

function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const wounded = new Uint8Array(bytes);
  for (let i = random.below(8) + 1; i > 0; i--) {
    wounded[random.below(wounded.length)] = random.below(256);
  }
  return random.below(4) === 0 ? wounded.slice(0, random.below(wounded.length)) : wounded;
}

async function mutant(texts: readonly string[], number: number): Promise<Foreign> {
  const random = createRandom(number, 'documents');
  const text = texts[number % texts.length]!;
  switch (random.below(4)) {
    case 0: {
      const zip = zipSync({ [NOTEBOOK_ENTRY]: strToU8(text), 'data/a.csv': strToU8('a,b\n1,2\n') });
      return { kind: 'bundle', file: new Blob([mutateBytes(zip, random)]) };
    }
    case 1:
      return { kind: 'link', payload: mutateText(await packLink(text), random) };
    default:
      return { kind: 'notebook', file: new Blob([mutateText(text, random)]) };
  }
}

async function readOne(foreign: Foreign, name: string, report: DocumentReport): Promise<void> {
  const from = performance.now();
  try {
    const { notebook } = await readDocument(foreign);
    writeNotebook(notebook, new Map());
    report.read++;
  } catch (thrown) {
    if (thrown instanceof Problem) {
      const { reason = '' } = thrown.facts as { readonly reason?: string };
      const code = `${thrown.code} ${reason}`.trim();
      report.refused[code] = (report.refused[code] ?? 0) + 1;
    } else report.bugs.push(`${name}: ${String(thrown)}`);
  }
  const ms = performance.now() - from;
  if (ms > report.slowestMs) Object.assign(report, { slowestMs: ms, slowest: name });
}

/** Reads damaged notebooks, packages and links, one after another. */
export async function attackWithMutants(count: number, first = 0): Promise<DocumentReport> {
  const texts = examples();
  const report = newReport();
  for (let number = first; number < first + count; number++) {
    await readOne(await mutant(texts, number), `mutant ${number}`, report);
  }
  return report;
}

const head = '---\nfenqun: 1\ntitle: "x"\nlanguage: "en"\nseed: 1\nsources: []\n---\n\n';
const cell = (body: string): string => `${head}\`\`\`fenqun features id=a\n${body}\n\`\`\`\n`;

const file = (text: string): Foreign => ({ kind: 'notebook', file: new Blob([text]) });
const bundle = (files: Record<string, Uint8Array>): Foreign => ({
  kind: 'bundle',
  file: new Blob([zipSync(files)]),
});
const emptyCells = (count: number): Foreign => file(head + '```fenqun x id=a\n```\n'.repeat(count));

type Giant = () => Foreign | Promise<Foreign>;

/** Documents that are meant to exhaust whoever reads them, and take a moment to make. */
const GIANTS: Readonly<Record<string, Giant>> = {
  'nested 200,000 deep': () => file(cell(`x: ${'['.repeat(200_000)}${']'.repeat(200_000)}`)),
  'objects 200,000 deep': () => file(cell(`x: ${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`)),
  'cells to the limit of length': () => emptyCells(190_000),
  'a package of 1,100 files': () =>
    bundle(
      Object.fromEntries(Array.from({ length: 1100 }, (_, i) => [`data/${i}`, new Uint8Array(1)])),
    ),
  'a package that unpacks to too much': () =>
    bundle({ [NOTEBOOK_ENTRY]: new Uint8Array(BUNDLE_LIMITS.notebook + 1) }),
  'a link of a million letters': () => ({ kind: 'link', payload: `1${'A'.repeat(1_000_000)}` }),
  'a link that unpacks to 20 MB': async () => ({
    kind: 'link',
    payload: await packLink('\n'.repeat(2e7)),
  }),
};

/** And those that take longer to make than to refuse. */
const LARGE_GIANTS: Readonly<Record<string, Giant>> = {
  'a million cells': () => emptyCells(1_000_000),
  'a line of 15 MB': () => file(cell(`x: [${'1,'.repeat(7_000_000)}1]`)),
  'a line of 100 MB': () => file(cell(`x: "${'a'.repeat(100_000_000)}"`)),
};

/** Reads the giants; each must be refused. */
export async function attackWithGiants(
  isThorough: boolean,
): Promise<ReadonlyMap<string, DocumentReport>> {
  const reports = new Map<string, DocumentReport>();
  const all = { ...GIANTS, ...(isThorough ? LARGE_GIANTS : {}) };
  for (const [name, make] of Object.entries(all)) {
    const report = newReport();
    await readOne(await make(), name, report);
    if (report.read > 0) report.bugs.push(`${name} was read`);
    reports.set(name, report);
  }
  return reports;
}
