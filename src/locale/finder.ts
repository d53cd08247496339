import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });

/** Words of the command palette. */
export const finderWords = {
  title: w('命令面板', 'Command palette'),
  ask: w('找命令、单元、笔记本…', 'Find a command, a cell, a notebook…'),
  none: w('没有找到。', 'Nothing found.'),
  results: (count: number): Words => w(`${count} 项`, `${count} ${count === 1 ? 'item' : 'items'}`),
  groups: {
    command: w('命令', 'Command'),
    cell: w('去单元', 'Go to cell'),
    add: w('加单元', 'Add a cell'),
    notebook: w('打开笔记本', 'Open notebook'),
  },
  runStale: w('运行所有不是最新的单元', 'Run every cell that is not fresh'),
  runAll: w('全部重新运行', 'Run all cells again'),
  run: w('运行', 'Run'),
  cancelAll: w('取消所有运行', 'Cancel all runs'),
  compareRuns: w('和保存过的运行比较', 'Compare with a kept run'),
  foldAll: w('全部折叠', 'Fold all cells'),
  unfoldAll: w('全部展开', 'Unfold all cells'),
  keepVersion: w('保存一个有名字的版本', 'Keep a named version'),
  chosen: (count: number): Words => w(`选中的 ${count} 个单元`, `${count} chosen cells`),
  language: w('Switch to English', '切换到中文'),
  singleKeysOff: w('关掉单个字母的快捷键', 'Turn single-letter keys off'),
  singleKeysOn: w('打开单个字母的快捷键', 'Turn single-letter keys on'),
} as const;
