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

/** What every script needs. */
const REQUIREMENTS = ['pandas>=2.2', 'scikit-learn>=1.5', 'scipy>=1.11'];
/** What only some need, by what shows in their code. */
const FURTHER: readonly (readonly [sign: string, requirement: string])[] = [
  ['import duckdb', 'duckdb'],
  ['pd.read_excel(', 'openpyxl'],
  ['pd.read_parquet(', 'pyarrow'],
  ['pd.read_feather(', 'pyarrow'],
];

/** What to give to `pip install` before the script runs. */
export function requirementsOf({ cells }: Reproduction): string {
  const code = cells.flatMap(({ step }) => [...(step?.imports ?? []), ...(step?.lines ?? [])]);
  const further = FURTHER.filter(([sign]) => code.some((line) => line.includes(sign)));
  return [...new Set([...REQUIREMENTS, ...further.map(([, name]) => name)])].join(' ');
}

/** All imports, each once: the standard library, then packages. */
export function importsOf({ cells }: Reproduction): readonly string[] {
  const all = new Set([...IMPORTS, ...cells.flatMap(({ step }) => step?.imports ?? [])]);
  const isPackage = (line: string): boolean =>
    /^(import|from) (duckdb|numpy|pandas|sklearn|scipy)/.test(line);
  return [...[...all].filter((line) => !isPackage(line)), '', ...[...all].filter(isPackage)];
}

/** The functions that the cells call, each once. */
export function helpersOf({ cells }: Reproduction): readonly string[] {
  const texts = [checkFile, report, ...cells.flatMap(({ step }) => step?.helpers ?? [])];
  return [...new Set(texts.map((text) => text.trimEnd()))];
}
