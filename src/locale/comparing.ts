import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });

/** The figures that results are compared by, in the order in which they are shown. */
export const figureWords: Readonly<Record<string, Words>> = {
  rows: w('行', 'Rows'),
  columns: w('列', 'Columns'),
  features: w('特征', 'Features'),
  clusters: w('簇数 k', 'Clusters (k)'),
  noise: w('噪声点', 'Noise'),
  smallest: w('最小的分群', 'Smallest segment'),
  largest: w('最大的分群', 'Largest segment'),
  inertia: w('簇内平方和', 'Inertia'),
  explained: w('解释的方差', 'Variance explained'),
  iterations: w('迭代', 'Iterations'),
  silhouette: w('轮廓系数', 'Silhouette'),
  calinskiHarabasz: w('CH 指数', 'Calinski–Harabasz'),
  daviesBouldin: w('DB 指数', 'Davies–Bouldin'),
  orders: w('订单', 'Orders'),
  revenue: w('金额', 'Revenue'),
  repeated: w('复购客户', 'Repeat customers'),
};

export const comparingWords = {
  title: w('比较两次运行', 'Compare two runs'),
  then: w('那次', 'Then'),
  now: w('现在', 'Now'),
  present: w('笔记本现在的样子', 'The notebook as it is now'),
  none: w(
    '还没有保存过的运行。先把现在的样子保存下来，改过参数、运行之后再来比较。',
    'No run is kept yet. Keep the notebook as it is, change and run it, then come back to compare.',
  ),
  keep: w('保存现在的运行', 'Keep this run'),
  same: w('两次的参数完全一样。', 'Both runs have the same parameters.'),
  differ: (count: number): Words =>
    w(`有 ${count} 处不同。`, `${count} ${count === 1 ? 'thing differs' : 'things differ'}.`),
  moved: (moved: string, rows: string): Words =>
    w(`${rows} 行里有 ${moved} 行换了分群。`, `${moved} of ${rows} rows are in another segment.`),
  stayed: (rows: string): Words =>
    w(`${rows} 行都留在原来的分群。`, `All ${rows} rows stayed in their segment.`),
  parameters: w('不同的参数', 'Parameters that differ'),
  cell: w('单元', 'Cell'),
  parameter: w('参数', 'Parameter'),
  figures: w('数字对照', 'Figures side by side'),
  figure: w('数字', 'Figure'),
  change: w('变化', 'Change'),
  points: (size: string): Words => w(`${size} 个百分点`, `${size} points`),
  who: w('谁换了分群', 'Who moved'),
  whoTable: w('换到哪里，行数', 'Where they went, in rows'),
  clustering: w('分群', 'Clustering'),
  added: w('新加的单元', 'cell added'),
  removed: w('删掉的单元', 'cell removed'),
  seed: w('随机种子', 'Seed'),
  source: w('数据', 'Data'),
  otherBytes: w('内容不同', 'other content'),
  input: (input: Words): Words => w(`${input.zh}的来源`, `Source of ${input.en}`),
  unset: w('未设置', 'not set'),
  long: w('已改', 'changed'),
  noise: w('噪声点', 'noise'),
  gone: (count: number): Words =>
    w(
      `那次运行里有 ${count} 个单元的结果已经不在了。参数还在，再算一遍就能得到同样的结果。`,
      `The results of ${count} ${count === 1 ? 'cell' : 'cells'} of that run are no longer kept. Their parameters are, so running them again gives the same results.`,
    ),
  rerun: (time: string): Words => w(`再算一遍 ${time}`, `Run it again ${time}`),
  rerunning: (done: number, count: number): Words =>
    w(`正在算 ${done} / ${count}`, `Running ${done} of ${count}`),
  needLabels: (time: string): Words =>
    w(
      `每一行的簇标签不在内存里了，要重新算两次分群（${time}）。`,
      `The label of every row is no longer in memory: both clusterings are computed again (${time}).`,
    ),
  computeLabels: w('算出谁换了分群', 'Find out who moved'),
  apart: w(
    '两次分的不是同一张表的行，没法一行一行对照。',
    'The two runs group rows of different tables, so rows cannot be matched.',
  ),
  working: w('正在逐行对照…', 'Comparing row by row…'),
  joined: (joined: string, left: string): Words =>
    w(
      `另有 ${joined} 行只在现在、${left} 行只在那次里分了群。`,
      `Besides, ${joined} rows are grouped only now, ${left} only then.`,
    ),
} as const;
