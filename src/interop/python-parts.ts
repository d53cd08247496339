import checkFile from './check-file.py?raw';
import report from './report.py?raw';
import type { Reproduction } from './reproduction';

const IMPORTS = [
  'import hashlib',
  'import json',
  'from pathlib import Path',
  'import numpy as np',
  'import pandas as pd',
];

/** Versions that the output was checked with, oldest first. */
export const REQUIREMENTS = 'pandas>=2.2 scikit-learn>=1.5 scipy>=1.11';

/** All imports, each once: the standard library, then packages. */
export function importsOf({ cells }: Reproduction): readonly string[] {
  const all = new Set([...IMPORTS, ...cells.flatMap(({ step }) => step?.imports ?? [])]);
  const isPackage = (line: string): boolean =>
    /^(import|from) (numpy|pandas|sklearn|scipy)/.test(line);
  return [...[...all].filter((line) => !isPackage(line)), '', ...[...all].filter(isPackage)];
}

/** The functions that the cells call, each once. */
export function helpersOf({ cells }: Reproduction): readonly string[] {
  const texts = [checkFile, report, ...cells.flatMap(({ step }) => step?.helpers ?? [])];
  return [...new Set(texts.map((text) => text.trimEnd()))];
}
