import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Words } from '../../core/words';
import type { Cells, FileColumn } from '../../table/write/file-column';
import { nameOf } from '../../ui/segment-names';
import { normalizeRows, type ListSetup, type NormalRows } from './normalize-rows';
import { PLATFORMS, type ListColumn } from './platforms';

/** SHA-256 of the UTF-8 bytes, in small hexadecimal digits. */
export function hashText(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}

interface ListOf {
  readonly setup: ListSetup;
  readonly labels: Int32Array;
  readonly names: readonly Words[];
  readonly language: 'zh' | 'en';
}

/** The columns of a list as files have them: hashed where the platform wants hashes. */
export function listColumns({ setup, labels, names, language }: ListOf): FileColumn[] {
  // All columns of a piece are asked for the same rows, one after the other.
  let last: { readonly rows: Uint32Array; readonly normal: NormalRows } | undefined;
  const normalOf = (rows: Uint32Array): NormalRows => {
    if (last?.rows !== rows) last = { rows, normal: normalizeRows(rows, setup) };
    return last.normal;
  };
  const segmentName = (row: number): string =>
    // A comma would part one tag into two.
    nameOf(names, labels[row]!)[language].replaceAll(',', ' ');
  const textsOf = ({ source, isHashed }: ListColumn, rows: Uint32Array): (string | null)[] => {
    if (source === 'segment') return Array.from(rows, segmentName);
    const texts = normalOf(rows).texts[source];
    return texts.map((text) => (text !== null && isHashed ? hashText(text) : text));
  };
  return PLATFORMS[setup.platform].columns.map((column) => ({
    name: column.heading,
    type: 'text',
    read: (rows): Cells => ({ kind: 'text', values: textsOf(column, rows) }),
  }));
}

/** Headings under which nothing can be a formula: hashes, and numbers in E.164, whose + must stay. */
export function safeHeadings({ platform }: ListSetup): Set<string> {
  const { columns } = PLATFORMS[platform];
  return new Set(
    columns
      .filter(({ source, isHashed }) => isHashed || source === 'phone')
      .map(({ heading }) => heading),
  );
}
