import type { Words } from '../core/words';
import { grouped } from './numbers';

const w = (zh: string, en: string): Words => ({ zh, en });

/** Words of the frame around the notebook: bars, menus, panels. */
export const frame = {
  product: w('分群', 'Fenqun'),
  tagline: w('用户分群笔记本', 'a notebook for segmenting customers'),
  home: w('回到开始页', 'Back to the start page'),
  language: w('English', '中文'),
  toDark: w('换成深色', 'Switch to dark'),
  toLight: w('换成浅色', 'Switch to light'),
  undo: w('撤销', 'Undo'),
  redo: w('重做', 'Redo'),
  allFresh: w('全部最新', 'All fresh'),
  exportNotebook: w('导出', 'Export'),
  exportHint: w(
    '导出报告（.html）或笔记本（.fenqun.md）',
    'Export a report (.html) or the notebook (.fenqun.md)',
  ),
  outline: w('大纲', 'Outline'),
  openOutline: w('打开大纲', 'Open the outline'),
  closeOutline: w('收起大纲', 'Close the outline'),
  backToGoal: w('带着结果回到目标', 'back to the goal'),
  addCell: w('加单元', 'Add a cell'),
  findKind: w('找一种单元，中文英文都行', 'Find a cell, in English or Chinese'),
  fitsAfter: (cell: Words): Words => w(`接在「${cell.zh}」后面`, `Reads what ${cell.en} gives`),
  otherKinds: w('其他', 'Others'),
  noKind: w('没有这样的单元。', 'There is no such cell.'),
  add: w('加单元', 'Add'),
  share: w('导出', 'Export'),
  close: w('关闭', 'Close'),
  cancel: w('取消', 'Cancel'),
  help: w('快捷键', 'Keyboard shortcuts'),
  titlePlaceholder: w('未命名的笔记本', 'Untitled notebook'),
  titleLabel: w('笔记本标题', 'Title of the notebook'),
  skip: w('跳到单元', 'Skip to the cells'),
  saving: w('正在保存…', 'Saving…'),
  unsaved: w('尚未保存', 'Not saved yet'),
  saved: (time: string): Words => w(`已保存 · ${time}`, `Saved · ${time}`),
  notSaved: w('没有存上', 'Not saved'),
  notSavedFull: w('没有存上：磁盘已满', 'Not saved: the disk is full'),
  downloadNow: w('现在下载', 'Download now'),
  makeRoom: w('腾出空间', 'Make room'),
  saveAgain: w('再存一次', 'Save again'),
  requests: (count: number): Words =>
    w(`加载后 ${count} 次网络请求`, `${count} ${count === 1 ? 'request' : 'requests'} since load`),
  requestsShort: (count: number): Words =>
    w(`${count} 次请求`, `${count} ${count === 1 ? 'request' : 'requests'}`),
  requestsLoading: w('正在加载', 'Loading'),
  runStale: (count: number, time: string): Words =>
    w(
      `运行 ${count} 个单元${time ? ` ${time}` : ''}`,
      `Run ${count} ${count === 1 ? 'cell' : 'cells'}${time ? ` ${time}` : ''}`,
    ),
  runStaleCells: (count: number, time: string): Words =>
    w(
      `运行 ${count} 个过期单元${time ? ` ${time}` : ''}`,
      `Run ${count} stale ${count === 1 ? 'cell' : 'cells'}${time ? ` ${time}` : ''}`,
    ),
  runningCells: (count: number): Words =>
    w(`正在运行，还有 ${count} 个`, `Running, ${count} to go`),
  nothingToRun: w('还没有可运行的单元', 'Nothing to run yet'),
  runDone: w('运行完毕', 'The run has ended'),
  becameStale: (count: number): Words =>
    w(`${count} 个单元过期`, `${count} ${count === 1 ? 'cell is' : 'cells are'} stale`),
  failedCells: (count: number): Words =>
    w(`${count} 个单元没有算成`, `${count} ${count === 1 ? 'cell' : 'cells'} did not finish`),
  notSetUp: w('有单元待设置', 'Some cells are not set up'),
  seedAndCells: (seed: number, count: number): Words =>
    w(
      `种子 ${seed} · ${grouped(count)} 个单元`,
      `Seed ${seed} · ${grouped(count)} ${count === 1 ? 'cell' : 'cells'}`,
    ),
  stageCells: (count: number): Words =>
    w(`${count} 个单元`, `${count} ${count === 1 ? 'cell' : 'cells'}`),
  next: w('下一步', 'Next step'),
  nextStep: w('下一步：', 'Next: '),
  firstStep: w(
    '先载入一份数据，或写下要回答的问题。',
    'Load a table first, or write down the question.',
  ),
  allStepsTaken: w(
    '这个版本的每一步都在这里了。可以再加一个单元，换个角度看。',
    'Every step of this version is here. Add another cell to look from a different side.',
  ),
  bin: w('删掉的单元，点一下放回：', 'Deleted cells, press to put back:'),
  otherCells: w('其他单元…', 'Other cells…'),
  tools: w('工具', 'Tools'),
  notebookRegion: w('笔记本的单元', 'Cells of the notebook'),
  addHere: w('在这里加单元', 'Add a cell here'),
  params: w('参数', 'Parameters'),
  notConnected: w('未连接', 'not connected'),
  lacking: (cell: Words, columns: readonly string[]): Words => {
    const zh = columns
      .slice(0, 3)
      .map((name) => `「${name}」`)
      .join('');
    const en = columns.slice(0, 3).join(', ');
    const isMore = columns.length > 3;
    return w(
      `${cell.zh}（没有 ${columns.length} 列：${zh}${isMore ? '…' : ''}）`,
      `${cell.en} (lacks ${en}${isMore ? ` and ${columns.length - 3} more` : ''})`,
    );
  },
  connectingCost: (count: number): Words =>
    w(
      `换来源会让 ${count} 个单元过期`,
      `Another one makes ${count} ${count === 1 ? 'cell' : 'cells'} stale`,
    ),
} as const;
