import type { Words } from '../../core/words';

export const viewWords = {
  editor: { zh: 'SQL 查询', en: 'SQL query' },
  placeholder: { zh: 'SELECT …\nFROM …', en: 'SELECT …\nFROM …' },
  tables: { zh: '可以问的表', en: 'Tables to ask' },
  tableName: { zh: '表名', en: 'Name of the table' },
  addTable: { zh: '加一张表', en: 'Add a table' },
  remove: { zh: '不用这张表', en: 'Do without this table' },
  example: { zh: '写一个例子', en: 'Write an example' },
  run: { zh: '运行', en: 'Run' },
  keys: {
    zh: 'Ctrl Enter 运行 · Ctrl 空格 补全 · Esc 离开',
    en: 'Ctrl Enter runs · Ctrl Space completes · Esc leaves',
  },
  firstRun: {
    zh: '第一次运行会从本站载入 SQL 引擎（约 8 MB）；之后断网也能用。数据不离开这台电脑。',
    en: 'The first run loads the SQL engine from this site (about 8 MB); after that it works offline. The data stays on this computer.',
  },
  preview: { zh: '结果的前几行', en: 'First rows of the result' },
  noRows: { zh: '列都在，没有行。', en: 'The columns are there; no rows are.' },
  columnsOf: { zh: '列', en: 'columns' },
} satisfies Record<string, Words>;
