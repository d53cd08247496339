import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });

/** Words for tables that may go to more than one place. */
export const incomingWords = {
  /** The list below names them. */
  where: (count: number): Words =>
    count === 1
      ? w('这个文件放到哪里？', 'Where does this file go?')
      : w(`这 ${count} 个文件放到哪里？`, `Where do these ${count} files go?`),
  together: (count: number): Words => w(`一起打开 ${count} 个文件`, `Open ${count} files together`),
  others: (count: number): Words => w(`还有 ${count} 个`, `and ${count} more`),
  add: w('加进这本笔记本', 'Add to this notebook'),
  openNew: w('打开成新的笔记本', 'Open as a new notebook'),
  openApart: w('一本笔记本，每个文件一张表', 'One notebook, a table each'),
  openTogether: w('上下拼成一张表', 'One table, rows on end'),
  openNewTogether: w('拼成一张表，新的笔记本', 'New notebook, rows on end'),
  addNote: w(
    '加进来的表各有一个「读入数据」单元，可以和别的表连接、拼接或用 SQL 查询。',
    'Each gets a Load cell of its own, to be joined, appended or queried with SQL.',
  ),
  apartNote: w(
    '按月份拆开的同一种表，适合拼成一张；订单和顾客这样不同的表，适合各是一张。',
    'Monthly files of one kind belong in one table; orders and customers are tables of their own.',
  ),
  refused: (name: string): Words => w(`「${name}」没有加进来`, `${name} was not added`),
} as const;
