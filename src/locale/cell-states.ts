import type { Words } from '../core/words';
import { grouped } from './numbers';

const w = (zh: string, en: string): Words => ({ zh, en });

/** Words of the states of a cell and of what can be done in each. */
export const cellWords = {
  empty: w('待设置', 'To set up'),
  waiting: w('等待输入', 'Waiting for input'),
  notRun: w('尚未运行', 'Not yet run'),
  queued: w('排队中', 'Queued'),
  running: w('运行中', 'Running'),
  stale: w('过期', 'Stale'),
  failed: w('没有算成', 'Did not finish'),
  partial: w('部分', 'Partial'),
  locked: w('本版本不认识', 'Unknown to this version'),
  lockedNewer: w('来自更新的版本', 'From a newer version'),
  lockedFinding: w(
    '这个单元来自更新的版本，内容会原样保存。',
    'This cell comes from a newer version; it is saved untouched.',
  ),
  freshAfter: (time: string): Words => w(`最新 · ${time}`, `Fresh · ${time}`),
  runningAt: (step: Words): Words => w(`运行中 · ${step.zh}`, `Running · ${step.en}`),
  inertiaNow: (inertia: string): Words =>
    w(`簇内平方和降到 ${inertia}。`, `Inertia is down to ${inertia}.`),
  underWay: (cell: Words): Words => w(`正在算「${cell.zh}」。`, `Computing ${cell.en}.`),
  iteration: (n: number): Words => w(`第 ${n} 次迭代`, `iteration ${n}`),
  restartOnly: (n: number): Words => w(`第 ${n} 次重启`, `restart ${n}`),
  staleBecause: (cause: Words): Words => w(`过期：${cause.zh}`, `Stale: ${cause.en}`),
  partialAt: (step: Words | null): Words =>
    step
      ? w(`部分 · 你在${step.zh}取消`, `Partial · cancelled at ${step.en}`)
      : w('部分 · 已取消', 'Partial · cancelled'),
  waitsFor: (cell: Words): Words =>
    w(`等「${cell.zh}」算完再开始。`, `Starts when ${cell.en} is done.`),
  waitsForRunning: (cell: Words): Words => w(`「${cell.zh}」正在运行。`, `${cell.en} is running.`),
  waitsForQueued: (cell: Words): Words =>
    w(`「${cell.zh}」在排队，就要运行。`, `${cell.en} is about to run.`),
  waitsForLocked: (cell: Words): Words =>
    w(`这个版本不能运行「${cell.zh}」。`, `This version cannot run ${cell.en}.`),
  waitsForStale: (cell: Words): Words =>
    w(`「${cell.zh}」已过期，先运行它。`, `${cell.en} is stale; run it first.`),
  waitsForFailed: (cell: Words): Words =>
    w(`「${cell.zh}」没有算成，先解决它。`, `${cell.en} did not finish; solve that first.`),
  waitsForEmpty: (cell: Words): Words =>
    w(`「${cell.zh}」还没有设置好。`, `${cell.en} is not set up yet.`),
  waitsForNotRun: (cell: Words): Words =>
    w(`「${cell.zh}」还没有运行。`, `${cell.en} has not run yet.`),
  waitsForPartial: (cell: Words): Words =>
    w(
      `「${cell.zh}」只有部分结果，这里不用它。`,
      `${cell.en} has only a partial result, which is not used here.`,
    ),
  thenNeedsRun: (estimate: string): Words =>
    w(`完成后本单元需要运行（${estimate}）。`, `Then this cell needs a run (${estimate}).`),
  thenRuns: w('完成后本单元自动运行。', 'Then this cell runs by itself.'),
  elapsed: (time: string): Words => w(`已用 ${time}`, `${time} so far`),
  timeLeft: (time: string): Words => w(`还需约 ${time}`, `about ${time} left`),
  shownIsOld: w(
    '上面是改动之前的结果。撤销即恢复最新，无需重算。',
    'Shown above: the result before the change. Undo makes it fresh again without computing.',
  ),
  shownIsOldPlain: w(
    '上面是改动之前的结果，不参与下游计算。',
    'Shown above: the result before the change. It feeds nothing.',
  ),
  runTime: (time: string): Words => w(time ? `运行 ${time}` : '运行', time ? `Run ${time}` : 'Run'),
  runAgain: w('再运行一次', 'Run again'),
  runToEnd: (time: string): Words =>
    w(time ? `运行到底 ${time}` : '运行到底', time ? `Run to the end ${time}` : 'Run to the end'),
  undo: w('撤销', 'Undo'),
  goPast: (count: number): Words =>
    w(
      `下面 ${count} 个单元用的还是这一步之前的表。`,
      count === 1
        ? 'A cell below still reads what came before this step.'
        : `${count} cells below still read what came before this step.`,
    ),
  useThis: w('改用这一步的结果', 'Use this step'),
  cancel: w('取消', 'Cancel'),
  partialNote: w('下游单元不会使用部分结果', 'Later cells do not use a partial result'),
  keptResult: w('上次成功的结果还在', 'The last good result is kept'),
  reopenFile: w('重新选择文件', 'Choose the file again'),
  readAutomatically: w('自动识别，再读一次', 'Read it automatically'),
  readSample: (rows: number): Words =>
    w(`随机抽取 ${grouped(rows)} 行，再读一次`, `Read a random sample of ${grouped(rows)} rows`),
  askForSegments: (count: number): Words =>
    w(`改成 ${count} 群，再运行`, `Ask for ${count} segments and run`),
  dropEdits: w('去掉手工修改，再运行', 'Drop them and run'),
  first: (cell: Words): Words => w(`先算「${cell.zh}」`, `first ${cell.en}`),
  bootstrap: (n: number, total: number): Words =>
    w(`自助抽样 ${n} / ${total}`, `bootstrap sample ${n} of ${total}`),
  reference: (n: number, total: number): Words =>
    w(`均匀参照 ${n} / ${total}`, `reference set ${n} of ${total}`),
  restart: (n: number, total: number): Words =>
    w(`重启 ${n} / ${total}`, `restart ${n} of ${total}`),
  goTo: (cell: Words): Words => w(`去「${cell.zh}」`, `Go to ${cell.en}`),
  openParams: w('改参数', 'Change parameters'),
  addCellFor: (cell: Words): Words => w(`添加「${cell.zh}」单元`, `Add a ${cell.en} cell`),
  useExisting: (cell: Words): Words => w(`用「${cell.zh}」`, `Use ${cell.en}`),
  runAbove: w('运行上面的单元', 'Run the cells above'),
  runBelow: w('运行它和下面的单元', 'Run this and the cells below'),
  runChosen: (count: number): Words => w(`运行 ${count} 个单元`, `Run ${count} cells`),
  removeChosen: (count: number): Words => w(`删除 ${count} 个单元`, `Delete ${count} cells`),
  copy: w('复制到剪贴板', 'Copy'),
  cut: w('剪切', 'Cut'),
  paste: w('粘贴到下面', 'Paste below'),
  moveUp: w('上移', 'Move up'),
  moveDown: w('下移', 'Move down'),
  dragToMove: w('拖动以移动', 'Drag to move'),
  duplicate: w('复制一份', 'Duplicate'),
  remove: w('删除', 'Delete'),
  fold: w('折叠', 'Fold'),
  unfold: w('展开', 'Unfold'),
  hideSettings: w('隐藏参数', 'Hide settings'),
  showSettings: w('显示参数', 'Show settings'),
  connect: w('换输入', 'Change the input'),
  rename: w('自拟标题', 'Title of your own'),
  renameHint: w('留空则用结论作标题', 'Empty: the finding is the title'),
  addBelow: w('在下面加单元', 'Add a cell below'),
  cellMenu: w('单元操作', 'Cell actions'),
  insideSegment: (segment: string): Words =>
    w(`分群 ${segment} 里再分`, `Inside segment ${segment}`),
  inSegment: (name: Words): Words => w(`在「${name.zh}」里`, `inside ${name.en}`),
  viewFailed: w('这个单元画不出来。', 'This cell cannot be drawn.'),
} as const;

/** What made a result stale, in words. */
export const causeWords = {
  param: (
    label: Words,
    { from, to }: { readonly from: Words; readonly to: Words },
    cell: Words,
  ): Words =>
    w(
      `${cell.zh}的${label.zh} ${from.zh} → ${to.zh}`,
      `${label.en} ${from.en} → ${to.en} in ${cell.en}`,
    ),
  paramChanged: (label: Words, cell: Words): Words =>
    w(`${cell.zh}的${label.zh}改了`, `${label.en} changed in ${cell.en}`),
  on: w('开', 'on'),
  off: w('关', 'off'),
  seed: (from: number, to: number): Words => w(`种子 ${from} → ${to}`, `seed ${from} → ${to}`),
  source: (cell: Words | null): Words =>
    w(`${cell ? `${cell.zh}的` : ''}数据换了`, `the data${cell ? ` of ${cell.en}` : ''} changed`),
  version: (cell: Words): Words =>
    w(`「${cell.zh}」的算法更新了`, `${cell.en} computes in a newer way`),
  wiring: (input: Words): Words => w(`${input.zh}换了来源`, `${input.en} comes from elsewhere`),
  several: (first: Words, others: number): Words =>
    w(`${first.zh}，另有 ${others} 处改动`, `${first.en} and ${others} more`),
} as const;
