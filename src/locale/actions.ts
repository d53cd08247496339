import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });

/** What an edit did, for the tips of undo and redo and for the live region. */
export const actionWords: Readonly<Record<string, Words>> = {
  'set-params': w('改参数', 'change of parameters'),
  'add-cell': w('加单元', 'adding a cell'),
  'remove-cell': w('删除单元', 'deleting a cell'),
  'restore-cell': w('放回单元', 'putting a cell back'),
  'move-cell': w('移动单元', 'moving a cell'),
  'duplicate-cell': w('复制单元', 'duplicating a cell'),
  'paste-cell': w('粘贴单元', 'pasting a cell'),
  connect: w('改输入', 'change of input'),
  'rename-cell': w('改单元标题', 'title of a cell'),
  'fold-cell': w('折叠', 'folding'),
  'set-title': w('改标题', 'change of title'),
  'set-seed': w('改种子', 'change of seed'),
  'replace-source': w('换数据', 'change of data'),
  'restore-version': w('恢复版本', 'restoring a version'),
  'conflict-copy': w('另存为冲突副本', 'going on as a conflict copy'),
  'add-tables': w('加表', 'adding tables'),
};
