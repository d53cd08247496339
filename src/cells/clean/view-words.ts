import { formatCount } from '../../core/format';
import type { Words } from '../../core/words';

export const viewWords = {
  steps: { zh: '清洗步骤', en: 'Cleaning steps' },
  add: { zh: '加一步', en: 'Add a step' },
  empty: {
    zh: '步骤从上到下依次做，每一步都写明改了什么；随时可以停用、换次序或撤销。',
    en: 'Steps are done from top to bottom, and each says what it changed; switch off, reorder or undo at any time.',
  },
  edit: { zh: '修改', en: 'Edit' },
  remove: { zh: '删除', en: 'Delete' },
  on: { zh: '启用', en: 'On' },
  examples: { zh: '改动举例', en: 'Examples' },
  breaches: { zh: '违规的值', en: 'Breaches' },
  row: { zh: '原表行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  was: { zh: '原来', en: 'Before' },
  now: { zh: '现在', en: 'After' },
  missing: { zh: '缺失', en: 'missing' },
  pending: { zh: '还没有算', en: 'Not run yet' },
  change: { zh: '变化', en: 'Change' },
  save: { zh: '导出', en: 'Export' },
  saveKept: { zh: '清洗后的表（CSV）', en: 'The cleaned table (CSV)' },
  saveAside: { zh: '搁置的行（CSV）', en: 'The rows set aside (CSV)' },
  saveBreaches: { zh: '违规清单（CSV）', en: 'The list of breaches (CSV)' },
  saveReportCsv: { zh: '质量报告（CSV）', en: 'Quality report (CSV)' },
  saveReportMd: { zh: '质量报告（Markdown）', en: 'Quality report (Markdown)' },
  saveReportHtml: { zh: '质量报告（HTML）', en: 'Quality report (HTML)' },
  laneCell: { zh: '放进一个单元里看', en: 'Look at them in a cell' },
  laneCopy: {
    zh: '这里的步骤是一份副本：改主表的步骤，这里不会跟着变。',
    en: 'These steps are a copy: changing those of the main table does not change them here.',
  },
  mapping: { zh: '改写成', en: 'Rewrite as' },
  from: { zh: '取值', en: 'Value' },
  to: { zh: '改成', en: 'Becomes' },
  count: { zh: '行数', en: 'Rows' },
  asMissing: { zh: '缺失', en: 'Missing' },
  merges: { zh: '像是同一个值', en: 'Look like one value' },
  merge: { zh: '合并', en: 'Merge' },
  runFirst: {
    zh: '算过这一步就能看到这一列的取值。',
    en: 'Run this step once to see the values of the column.',
  },
  refused: { zh: '读不懂这个值。', en: 'This cannot be read.' },
} satisfies Record<string, Words>;

export function moveWords(number: number, count: number): Words {
  return {
    zh: `第 ${number} 步，共 ${count} 步；拖动，或按上下键移动`,
    en: `Step ${number} of ${count}; drag, or move with the arrow keys`,
  };
}

export function asideWords(rows: number): Words {
  return {
    zh: `${formatCount(rows)} 行被搁置，不在往下给的表里。`,
    en: `${formatCount(rows)} ${rows === 1 ? 'row is' : 'rows are'} set aside and not in the table passed on.`,
  };
}

/** What became of a row, as the last column of an example says it. */
export function twinWords(twin: number): Words {
  return { zh: `与第 ${formatCount(twin)} 行相同`, en: `equals row ${formatCount(twin)}` };
}

export function mergeWords(to: string, count: number): Words {
  return {
    zh: `把这 ${count} 个写法合并成「${to}」`,
    en: `Merge these ${count} spellings into ${to}`,
  };
}

export function moreBreachesWords(count: number): Words {
  return {
    zh: `另有 ${formatCount(count)} 处，在导出的违规清单里。`,
    en: `${formatCount(count)} more are in the exported list.`,
  };
}
