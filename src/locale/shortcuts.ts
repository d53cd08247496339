import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });

/** What the keys do; the help and the handler are made from one table. */
export const shortcutWords = {
  title: w('快捷键', 'Keyboard shortcuts'),
  command: w('选中单元时', 'With a cell selected'),
  anywhere: w('随时', 'Anywhere'),
  select: w('选上一个、下一个单元', 'Select the cell above, below'),
  extend: w('连同上面、下面的单元一起选', 'Choose the cell above, below as well'),
  selectAll: w('选中所有单元', 'Choose all cells'),
  edit: w('编辑所选单元', 'Edit the selected cell'),
  duplicate: w('复制一份', 'Duplicate'),
  leave: w('离开编辑；结束选取；取消运行', 'Leave editing; end a choice; cancel the run'),
  insertAbove: w('在上面加单元', 'Add a cell above'),
  insertBelow: w('在下面加单元', 'Add a cell below'),
  move: w('上移、下移', 'Move up, down'),
  copy: w('复制', 'Copy'),
  cut: w('剪切', 'Cut'),
  paste: w('粘贴到下面', 'Paste below'),
  remove: w('删除', 'Delete'),
  undo: w('撤销', 'Undo'),
  redo: w('重做', 'Redo'),
  fold: w('折叠、展开', 'Fold, unfold'),
  settings: w('隐藏、显示参数', 'Hide, show the settings'),
  help: w('这张表', 'This list'),
  runAdvance: w('运行，到下一个', 'Run and go to the next'),
  run: w('运行', 'Run'),
  runStale: w('运行所有过期单元', 'Run all stale cells'),
  palette: w('命令面板：命令、单元、笔记本', 'Command palette: commands, cells, notebooks'),
  save: w('保存一个有名字的版本', 'Keep a named version'),
  firstCell: w('第一个单元', 'The first cell'),
  lastCell: w('最后一个单元', 'The last cell'),
  singleKeys: w('单个字母键作为命令', 'Single letters work as commands'),
  singleKeysHint: w(
    '用语音输入或容易误按时，可以关掉。',
    'Turn this off when you dictate or press keys by accident.',
  ),
} as const;
