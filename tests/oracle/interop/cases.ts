import { ALGORITHM_CASES } from './algorithm-cases';
import { cell, features, KMEANS, load } from './cells';
import type { InteropCase } from './cells';
import { PIPELINE_CASES } from './pipeline-cases';

const WHOLESALE = ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen'];

const LABELLED_POINTS = { 'from.points': 'features', 'from.clustering': 'cluster' };
const LABELLED_ROWS = { 'from.table': 'load', 'from.clustering': 'cluster' };

/** Runs that scripts repeat: the page's own first ones, every algorithm, every cell that makes tables. */
export const CASES: readonly InteropCase[] = [
  {
    name: 'wholesale-customers',
    files: { 'wholesale_customers.csv': 'wholesale-customers/wholesale_customers.csv' },
    cells: [load('wholesale_customers.csv'), features('load', WHOLESALE), KMEANS({ clusters: 5 })],
  },
  {
    name: 'online-retail-sample',
    files: { 'online_retail_2010-12.csv': 'online-retail-sample/online_retail_2010-12.csv.gz' },
    cells: [
      load('online_retail_2010-12.csv'),
      cell('rfm', { 'from.table': 'load' }),
      features('rfm', ['Recency days', 'Frequency', 'Monetary value']),
      KMEANS({ clusters: 4 }),
    ],
  },
  {
    name: 'customer-personality',
    files: {
      'marketing_campaign_semicolon_bom.csv':
        'customer-personality/marketing_campaign_semicolon_bom.csv',
    },
    cells: [
      load('marketing_campaign_semicolon_bom.csv'),
      features(
        'load',
        ['Income', 'Education', 'Marital_Status', 'Dt_Customer', 'Recency', 'MntWines'],
        {
          transform: 'yeo-johnson',
          scale: 'min-max',
          missing: 'median-flag',
          levels: 3,
          custom: [
            { column: 'Education', encode: 'ordinal', order: ['Basic', 'Graduation', 'Master'] },
            { column: 'Dt_Customer', encode: 'age', cycles: ['month', 'weekday', 'day-of-year'] },
            { column: 'MntWines', weight: 2.5 },
            { column: 'Kidhome', encode: 'number' },
          ],
        },
      ),
      KMEANS({ clusters: 6, restarts: 4, start: 'random' }),
    ],
  },
  {
    name: 'figures',
    files: { 'wholesale_customers.csv': 'wholesale-customers/wholesale_customers.csv' },
    cells: [
      load('wholesale_customers.csv'),
      features('load', WHOLESALE),
      KMEANS({ clusters: 4 }),
      cell('evaluate', LABELLED_POINTS),
      cell('choose-k', { 'from.points': 'features', from: 2, to: 6 }),
      cell('heatmap', LABELLED_ROWS),
      cell('parallel', LABELLED_ROWS),
      cell('audience', { ...LABELLED_ROWS, segments: [1, 3] }),
    ],
    figures: ['evaluate', 'choose-k', 'heatmap', 'parallel', 'audience'],
  },
  ...ALGORITHM_CASES,
  ...PIPELINE_CASES,
];
