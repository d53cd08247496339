import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });
type Phrase = (what: Words) => Words;
const phrase =
  (zh: string, en: string): Phrase =>
  (what) =>
    w(
      // Corner brackets bring their own space.
      zh.replace('#', () => what.zh).replace(/ ?(「.*」) ?/u, '$1'),
      en.replace('#', () => what.en),
    );

/** What an edit did, for the tips of undo and redo, menus and the live region; # is what it was done to. */
export const actionWords: Readonly<Record<string, Phrase>> = {
  'set-params': phrase('改 #', 'change #'),
  'add-cell': phrase('加 #', 'add #'),
  'remove-cells': phrase('删除 #', 'delete #'),
  'cut-cells': phrase('剪切 #', 'cut #'),
  'restore-cell': phrase('放回 #', 'put back #'),
  'move-cells': phrase('移动 #', 'move #'),
  'duplicate-cells': phrase('复制 #', 'duplicate #'),
  'paste-cells': phrase('粘贴 #', 'paste #'),
  connect: phrase('改 # 的输入', 'connect #'),
  'rename-cell': phrase('改 # 的标题', 'rename #'),
  'fold-cells': phrase('折叠 #', 'fold #'),
  'unfold-cells': phrase('展开 #', 'unfold #'),
  'hide-settings': phrase('收起 # 的参数', 'hide the settings of #'),
  'show-settings': phrase('显示 # 的参数', 'show the settings of #'),
  'pin-control': phrase('把 # 设为应用里的控件', 'show # as a control of the app'),
  'unpin-control': phrase('从应用里去掉控件 #', 'take the control # out of the app'),
  'set-title': phrase('改笔记本标题', 'change of title'),
  'set-seed': phrase('改种子', 'change of seed'),
  'replace-source': phrase('换数据', 'change of data'),
  'restore-version': phrase('恢复版本', 'restore a version'),
  'conflict-copy': phrase('另存为冲突副本', 'go on as a conflict copy'),
  'add-tables': phrase('加表', 'add tables'),
};

const joined = (zh: string, en: string, what: Words) => w(`${zh}：${what.zh}`, `${en}: ${what.en}`);

export const historyWords = {
  anEdit: w('改动', 'edit'),
  named: (name: Words): Words => w(`「${name.zh}」`, name.en),
  cells: (count: number): Words =>
    w(`${count} 个单元`, `${count} ${count === 1 ? 'cell' : 'cells'}`),
  paramOf: (param: Words, cell: Words): Words =>
    w(`${cell.zh}的${param.zh}`, `${param.en} of ${cell.en}`),
  undo: (what: Words): Words => joined('撤销', 'Undo', what),
  redo: (what: Words): Words => joined('重做', 'Redo', what),
  undoNothing: w('撤销', 'Undo'),
  redoNothing: w('重做', 'Redo'),
  undone: (what: Words): Words => joined('已撤销', 'Undone', what),
  redone: (what: Words): Words => joined('已重做', 'Redone', what),
  did: (what: Words): Words => joined('已完成', 'Done', what),
} as const;
