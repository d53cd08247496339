/** A notebook over a real table, and what the script that repeats it is called. */
export interface InteropCase {
  readonly name: string;
  /** Of the real data. */
  readonly file: string;
  readonly source: string;
  readonly cells: string;
}

const KMEANS = (clusters: number, more = ''): string =>
  `\`\`\`fenqun cluster id=cluster
version: 1
from.points: "features"
clusters: ${clusters}
${more}\`\`\``;

const features = (from: string, columns: readonly string[], more = ''): string =>
  `\`\`\`fenqun features id=features
version: 1
from.table: "${from}"
columns: ${JSON.stringify(columns)}
${more}\`\`\``;

export const CASES: readonly InteropCase[] = [
  {
    name: 'wholesale-customers',
    file: 'wholesale-customers/wholesale_customers.csv',
    source: 'wholesale_customers.csv',
    cells: [
      features('load', ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen']),
      KMEANS(5),
    ].join('\n\n'),
  },
  {
    name: 'online-retail-sample',
    file: 'online-retail-sample/online_retail_2010-12.csv.gz',
    source: 'online_retail_2010-12.csv',
    cells: [
      `\`\`\`fenqun rfm id=rfm
version: 1
from.table: "load"
\`\`\``,
      features('rfm', ['Recency days', 'Frequency', 'Monetary value']),
      KMEANS(4),
    ].join('\n\n'),
  },
  {
    name: 'customer-personality',
    file: 'customer-personality/marketing_campaign_semicolon_bom.csv',
    source: 'marketing_campaign_semicolon_bom.csv',
    cells: [
      features(
        'load',
        ['Income', 'Education', 'Marital_Status', 'Dt_Customer', 'Recency', 'MntWines'],
        `transform: "yeo-johnson"
scale: "min-max"
missing: "median-flag"
levels: 3
custom: ${JSON.stringify([
          { column: 'Education', encode: 'ordinal', order: ['Basic', 'Graduation', 'Master'] },
          { column: 'Dt_Customer', encode: 'age', cycles: ['month', 'weekday', 'day-of-year'] },
          { column: 'MntWines', weight: 2.5 },
          { column: 'Kidhome', encode: 'number' },
        ])}
`,
      ),
      KMEANS(6, 'restarts: 4\nstart: "random"\n'),
    ].join('\n\n'),
  },
];

/** The notebook of a case as a file. */
export function notebookText({ name, source, cells }: InteropCase): string {
  return `---
fenqun: 1
title: "${name}"
language: "en"
seed: 7
sources:
  - {"name": "${source}", "rows": 0, "columns": [], "sha256": "${'0'.repeat(64)}"}
---

\`\`\`fenqun load id=load
version: 2
source: "${source}"
\`\`\`

${cells}
`;
}
