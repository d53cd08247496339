import { isJsonObject, ownValue, type Json, type JsonObject } from '../core/json';
import type { Notebook, Source } from '../core/notebook';
import type { Language } from '../core/words';
import { isBlank } from './grammar';
import { jsonOf, looseJsonOf, parseKeyLine, putOnce, refuse } from './lines';
import type { Line } from './lines';

export interface FrontMatter {
  readonly frame: Omit<Notebook, 'cells'>;
  /** Index of the first line after it. */
  readonly next: number;
}

interface Entry {
  readonly value: Json;
  readonly line: number;
}

/** Reads what stands between the first two `---`; throws `notebook-invalid`. */
export function parseFrontMatter(lines: readonly Line[]): FrontMatter {
  if (lines[0]?.text.trimEnd() !== '---') refuse(1, 'no-front-matter');
  const end = lines.findIndex((line, i) => i > 0 && line.text.trimEnd() === '---');
  if (end < 0) refuse(1, 'front-matter-open');
  const entries = new Map<string, Entry>();
  const sources = new Map<string, Source>();
  let isInSources = false;
  for (const line of lines.slice(1, end)) {
    if (isBlank(line.text) || line.text.startsWith('#')) continue;
    if (isInSources && SOURCE_ITEM.test(line.text)) {
      sources.set(...parseSource(line, sources));
      continue;
    }
    const entry = parseKeyLine(line);
    isInSources = entry.key === 'sources' && entry.rest === '';
    const value = isInSources ? [] : looseJsonOf(entry);
    putOnce(entries, entry, { value, line: line.number });
  }
  return { frame: toFrame(entries, [...sources.values()]), next: end + 1 };
}

const SOURCE_ITEM = /^[ \t]{0,8}- /;

function parseSource(line: Line, before: ReadonlyMap<string, Source>): [string, Source] {
  const rest = line.text.replace(SOURCE_ITEM, '').trim();
  const json = jsonOf({ key: '', rest, line });
  if (!isJsonObject(json)) return refuse(line.number, 'value-invalid');
  const source = toSource(json, line.number);
  if (before.has(source.name)) refuse(line.number, 'source-repeated');
  return [source.name, source];
}

const SOURCE_KEYS = new Set(['name', 'rows', 'columns', 'sha256']);

function toSource(json: JsonObject, line: number): Source {
  const name = ownValue(json, 'name');
  const rows = ownValue(json, 'rows');
  const columns = ownValue(json, 'columns');
  const sha256 = ownValue(json, 'sha256');
  if (typeof name !== 'string' || !isCount(rows) || !isTexts(columns) || !isHash(sha256)) {
    return refuse(line, 'value-invalid');
  }
  const unknown = Object.entries(json).filter(([key]) => !SOURCE_KEYS.has(key));
  const source = { name, rows, columns, sha256 };
  return unknown.length === 0 ? source : { ...source, unknown: Object.fromEntries(unknown) };
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isHash(value: Json | undefined): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

const KNOWN_KEYS = new Set(['fenqun', 'title', 'language', 'seed', 'sources']);
const LARGEST_SEED = 2 ** 32 - 1;

function toFrame(
  entries: ReadonlyMap<string, Entry>,
  sources: readonly Source[],
): FrontMatter['frame'] {
  const format = entries.get('fenqun');
  if (!isCount(format?.value) || format.value < 1) refuse(format?.line ?? 1, 'no-front-matter');
  if (format.value > 1) refuse(format.line, 'format-newer');
  const listed = entries.get('sources');
  if (listed && !(Array.isArray(listed.value) && listed.value.length === 0)) {
    refuse(listed.line, 'value-invalid');
  }
  const unknown = [...entries].filter(([key]) => !KNOWN_KEYS.has(key));
  return {
    format: 1,
    title: checked(entries.get('title'), '', (value) => typeof value === 'string'),
    language: checked<Language>(entries.get('language'), 'en', isLanguage),
    seed: checked(entries.get('seed'), 1, (value) => isCount(value) && value <= LARGEST_SEED),
    sources,
    unknown: Object.fromEntries(unknown.map(([key, { value }]) => [key, value])),
  };
}

function isLanguage(value: Json): boolean {
  return value === 'zh' || value === 'en';
}

function checked<T extends Json>(
  entry: Entry | undefined,
  initial: T,
  isAllowed: (value: Json) => boolean,
): T {
  if (!entry) return initial;
  if (!isAllowed(entry.value)) return refuse(entry.line, 'value-invalid');
  // `isAllowed` has looked at it: callers give a test of exactly T.
  return entry.value as T;
}
