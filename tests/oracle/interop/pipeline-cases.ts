import { cell, cluster, features, KMEANS, load, type InteropCase } from './cells';

const PERSONALITY = 'customer-personality/marketing_campaign_semicolon_bom.csv';
const WHOLESALE = 'wholesale-customers/wholesale_customers.csv';
const SPENT = ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen'];
const ODD = ['Absurd', 'YOLO'].map((from) => ({ from, to: 'Single' }));

/** Steps of every kind that a script can make, in one list. */
const CLEANING = [
  { kind: 'drop-duplicates', columns: ['Year_Birth', 'Income', 'Dt_Customer'], keep: 'first' },
  { kind: 'map-values', column: 'Marital_Status', values: [...ODD, { from: 'Alone', to: null }] },
  { kind: 'fill-missing', columns: ['Marital_Status'], rule: 'mode' },
  { kind: 'normalize-text', columns: ['Education'], spaces: true, width: true, case: 'upper' },
  { kind: 'set-missing', columns: ['Income'], values: ['666666', '1730'] },
  { kind: 'fill-missing', columns: ['Income'], rule: 'group-median', by: 'Education' },
  { kind: 'outliers', columns: ['Income'], rule: 'iqr', limit: 3, action: 'clip' },
  {
    kind: 'outliers',
    columns: ['MntWines', 'MntMeatProducts'],
    rule: 'mad',
    limit: 6,
    action: 'drop',
  },
  { kind: 'outliers', columns: ['MntFruits'], rule: 'z', limit: 4, action: 'set-aside' },
  { kind: 'outliers', columns: ['MntSweetProducts'], rule: 'percentile', limit: 1, action: 'clip' },
  {
    kind: 'validate',
    column: 'Year_Birth',
    check: { rule: 'range', min: 1930, max: null },
    action: 'drop',
  },
  {
    kind: 'validate',
    column: 'Kidhome',
    check: { rule: 'allowed', values: ['0', '1'] },
    action: 'set-missing',
  },
  { kind: 'drop-missing', columns: ['Kidhome'] },
  { kind: 'convert-unit', column: 'Income', factor: 0.001, offset: 0, unit: 'k' },
  { kind: 'convert-type', column: 'Teenhome', to: 'category' },
  { kind: 'drop-columns', columns: ['Z_CostContact', 'Z_Revenue'] },
];

const FORMULAS = [
  { name: 'spent', formula: 'MntWines + MntFruits + MntMeatProducts + MntFishProducts' },
  { name: 'share', formula: 'round(100 * MntWines / spent, 1)' },
  { name: 'age', formula: '2014 - Year_Birth' },
  { name: 'days', formula: 'days_between(Dt_Customer, today())' },
  { name: 'weekday', formula: 'weekday(Dt_Customer)' },
  { name: 'month', formula: 'months_between(start_of_month(Dt_Customer), today())' },
  { name: 'later', formula: 'add_months(Dt_Customer, 1)' },
  { name: 'young', formula: 'if(age < 40 and Income > 30, "young", "other")' },
  { name: 'kind', formula: 'upper(substring(Education, 1, 3)) & "-" & Marital_Status' },
  { name: 'rank', formula: 'rank(Income, Education)' },
  { name: 'above', formula: 'Income - mean(Income, Marital_Status)' },
  { name: 'class', formula: 'quantile(spent, 5)' },
  { name: 'log', formula: 'log1p(max(spent, 1)) ^ 2 % 7' },
  { name: 'known', formula: 'coalesce(share, 0)' },
  { name: 'family', formula: 'Marital_Status in ("Married", "Together")' },
];

/** Tables read, cleaned, combined and shaped in every way before they are clustered. */
export const PIPELINE_CASES: readonly InteropCase[] = [
  {
    name: 'clean-and-derive',
    files: { 'customers.csv': PERSONALITY },
    cells: [
      load('customers.csv'),
      cell('clean', { 'from.table': 'load', steps: CLEANING }),
      cell('derive', {
        'from.table': 'clean',
        columns: FORMULAS,
        filter: 'spent > 20 and not is_missing(Income)',
        reference: '2014-12-31',
      }),
      cell('select', {
        'from.table': 'derive',
        apply: 'advised',
        decisions: [{ column: 'AcceptedCmp3', verdict: 'drop' }],
      }),
      features('derive', ['Income', 'age', 'share', 'days', 'above', 'family']),
      KMEANS({ clusters: 5 }),
    ],
  },
  {
    name: 'join-and-query',
    files: { 'wholesale.csv': WHOLESALE, 'again.csv': WHOLESALE },
    cells: [
      load('wholesale.csv', { more: ['again.csv'], fileColumn: 'file' }, 'both'),
      load('again.csv', {}, 'load'),
      cell('sql', {
        'from.first': 'both',
        tables: { first: 'orders' },
        query:
          'SELECT Channel, Region, count(*) AS n, avg(Milk) AS milk, max(file) AS f FROM orders GROUP BY Channel, Region ORDER BY Channel, Region',
      }),
      cell('sql', { 'from.first': 'both' }, 'passed'),
      cell('join', {
        'from.left': 'load',
        'from.right': 'sql',
        how: 'left',
        keys: [
          { left: 'Channel', right: 'Channel' },
          { left: 'Region', right: 'Region' },
        ],
      }),
      cell(
        'join',
        { 'from.left': 'load', 'from.right': 'both', how: 'append', sourceColumn: 'from' },
        'append',
      ),
      cell('privacy', { 'from.table': 'join' }),
      features('join', ['Fresh', 'Milk', 'milk']),
      KMEANS({ clusters: 4 }),
    ],
  },
  {
    name: 'edited-by-hand',
    files: { 'wholesale.csv': WHOLESALE },
    cells: [
      load('wholesale.csv'),
      features('load', SPENT, { missing: 'drop' }),
      KMEANS({ clusters: 5, names: ['Café', '"Q"'] }),
      cluster('part', { 'from.parent': 'cluster', segment: 1, member: 0, clusters: 3 }),
      cluster('edited', {
        clusters: 5,
        edits: [
          { merge: [3, 4], of: [113, 110, 100, 63, 54], called: [] },
          { split: 0, into: 3, of: [113, 110, 100, 117], called: [] },
        ],
      }),
      cell('scatter', { 'from.points': 'features', 'from.clustering': 'cluster' }),
      cell('explain', { 'from.table': 'load', 'from.clustering': 'cluster' }),
      cell('choose-k', { 'from.points': 'features', to: 4, bootstraps: 4, references: 8 }),
      cell('audience', { 'from.table': 'load', 'from.clustering': 'cluster' }),
      cell('segments', { 'from.table': 'load', 'from.clustering': 'cluster' }),
      cell('profile', { 'from.table': 'load' }),
    ],
  },
];
