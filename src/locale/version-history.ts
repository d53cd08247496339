import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });
const s = (count: number) => (count === 1 ? '' : 's');

/** How many cells differ, and how. */
type Counts = Readonly<Record<'added' | 'removed' | 'moved' | 'changed', number>>;

/** Words of the panel of versions and of the bin. */
export const history = {
  title: w('版本历史', 'Version history'),
  open: w('打开版本历史', 'Open the version history'),
  none: w(
    '还没有版本。每两分钟的编辑、每五十次改动、每次删除之前，都会自动留一个；Ctrl+S 留一个有名字的。',
    'No versions yet. One is kept after two minutes of editing, after fifty edits and before anything is deleted; Ctrl+S keeps one with a name.',
  ),
  keep: w('给现在的样子留个名字', 'Keep what is here now'),
  now: w('现在', 'Now'),
  reasons: {
    named: w('手动保留', 'Kept by hand'),
    time: w('自动', 'Automatic'),
    delete: w('删除之前', 'Before deleting'),
    'replace-source': w('换数据之前', 'Before the data was replaced'),
    restore: w('恢复之前', 'Before a restore'),
    import: w('导入之前', 'Before an import'),
    conflict: w('冲突时', 'At a conflict'),
  },
  compareWith: w('与什么相比', 'Compared with'),
  sameAs: w('两边一样。', 'Both are the same.'),
  restore: w('恢复成这个版本', 'Restore this version'),
  restored: w('已恢复。撤销可以回到刚才的样子。', 'Restored. Undo takes you back.'),
  back: w('返回', 'Back'),
  rename: w('命名', 'Name'),
  nameLabel: w('版本的名字', 'Name of the version'),
  added: w('新增', 'Added'),
  removed: w('删除', 'Removed'),
  moved: w('移动', 'Moved'),
  changed: w('改动', 'Changed'),
  notebook: w('笔记本', 'Notebook'),
  empty: w('（无）', '(none)'),
  was: w('原来', 'before'),
  is: w('后来', 'after'),
  parts: {
    title: w('标题', 'title'),
    seed: w('种子', 'seed'),
    sources: w('数据', 'data'),
    language: w('语言', 'language'),
    inputs: w('输入', 'inputs'),
    look: w('样子', 'appearance'),
    kind: w('类型', 'kind'),
  },
  bin: w('回收站', 'Bin'),
  binAbout: w('删掉的单元在这里留 30 天。', 'Deleted cells stay here for 30 days.'),
  binNone: w('没有删掉的单元。', 'No deleted cells.'),
  putBack: w('放回', 'Put back'),
  counted: ({ added, removed, moved, changed }: Counts): Words => {
    const zh = [
      added && `增 ${added}`,
      removed && `删 ${removed}`,
      moved && `移 ${moved}`,
      changed && `改 ${changed}`,
    ].filter(Boolean);
    const en = [
      added && `${added} cell${s(added)} added`,
      removed && `${removed} removed`,
      moved && `${moved} moved`,
      changed && `${changed} changed`,
    ].filter(Boolean);
    return zh.length === 0 ? w('单元没有变', 'no cell differs') : w(zh.join(' · '), en.join(', '));
  },
} as const;
