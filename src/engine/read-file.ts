import type { Job } from '../core/job';
import { readTable } from '../table/read/read-table';
import type { EngineParts } from './inline-engine';
import type { ReadSource } from './run-task';

/** Reads a file in the calling thread. */
export const readFile: EngineParts['readFile'] = (file, { name, ...options }) =>
  // Reading offers no partial result: half a table would be cut silently.
  readTable({ name, blob: file }, options) as Job<ReadSource, never>;
