import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '读入数据', en: 'Load' },
  summary: { zh: '文件读全了吗，读对了吗？', en: 'Was the file read whole, and read right?' },
  need: {
    zh: '把文件拖到这里：CSV、Excel、JSON、Parquet、Arrow。它不会离开这台电脑。',
    en: 'Drop a file here: CSV, Excel, JSON, Parquet, Arrow. It never leaves this computer.',
  },
  params: {
    source: {
      label: { zh: '文件', en: 'File' },
      hint: {
        zh: '文件留在这台电脑上；笔记本里只有它的名字、列名、行数和指纹。',
        en: 'The file stays on this computer; the notebook holds its name, columns, row count and hash.',
      },
    },
    more: {
      label: { zh: '更多文件', en: 'More files' },
      hint: {
        zh: '同样形状的文件，按列名接在后面，成为一张表。',
        en: 'Files of the same shape; their rows follow, by the names of the columns.',
      },
    },
    fileColumn: {
      label: { zh: '来源文件列', en: 'Column of file names' },
      hint: {
        zh: '多一列，写明每行来自哪个文件；留空就没有。',
        en: 'One more column that says which file a row comes from; empty: none.',
      },
    },
    encoding: {
      label: { zh: '编码', en: 'Encoding' },
      hint: {
        zh: '自动：先看文件开头的标记，再试 UTF-8，整个文件都说得通才用；否则看字符分布，在 GB18030、Big5 和 Windows-1252 中选。',
        en: 'Automatic: the mark at the start decides; else UTF-8 if the whole file is; else GB18030, Big5 or Windows-1252 by its characters.',
      },
      options: {
        auto: { zh: '自动', en: 'Automatic' },
        'utf-8': { zh: 'UTF-8', en: 'UTF-8' },
        gb18030: { zh: 'GBK / GB18030（简体）', en: 'GBK / GB18030 (simplified Chinese)' },
        big5: { zh: 'Big5（繁体）', en: 'Big5 (traditional Chinese)' },
        'utf-16le': { zh: 'UTF-16 LE', en: 'UTF-16 LE' },
        'utf-16be': { zh: 'UTF-16 BE', en: 'UTF-16 BE' },
        'windows-1252': { zh: 'Windows-1252（西欧）', en: 'Windows-1252 (western)' },
        shift_jis: { zh: 'Shift JIS（日文）', en: 'Shift JIS (Japanese)' },
      },
    },
    delimiter: {
      label: { zh: '分隔符', en: 'Delimiter' },
      hint: {
        zh: '自动：让大多数行的列数一致的那一个。',
        en: 'Automatic: the one by which most lines have equally many values.',
      },
      options: {
        auto: { zh: '自动', en: 'Automatic' },
        ',': { zh: '逗号', en: 'Comma' },
        ';': { zh: '分号', en: 'Semicolon' },
        '\t': { zh: '制表符', en: 'Tab' },
        '|': { zh: '竖线', en: 'Vertical bar' },
        '^': { zh: '脱字符 ^', en: 'Caret ^' },
        '~': { zh: '波浪号 ~', en: 'Tilde ~' },
      },
    },
    sheet: {
      label: { zh: '工作表', en: 'Sheet' },
      hint: {
        zh: '留空：第一张有表格的工作表。',
        en: 'Empty: the first sheet that holds a table.',
      },
    },
    headerRow: {
      label: { zh: '列名在第几行', en: 'Row with the column names' },
      hint: {
        zh: '自动：跳过上方的标题行；0：没有列名。',
        en: 'Automatic: titles above are skipped; 0: there are no names.',
      },
    },
    types: {
      label: { zh: '指定的类型', en: 'Types set by hand' },
      hint: {
        zh: '对不上的值当作缺失，并逐个列出。',
        en: 'Values that do not fit become missing and are listed one by one.',
      },
    },
    missing: {
      label: { zh: '也算缺失的词', en: 'More words for missing' },
      hint: {
        zh: '在所有列里，这些词也当作缺失，例如“不详”。',
        en: 'In every column these words are missing, too, e.g. "unknown".',
      },
    },
    missingIn: {
      label: { zh: '按列指定缺失的词', en: 'Words for missing, by column' },
      hint: {
        zh: '在这一列里，只有空格子和这些词才算缺失。',
        en: 'In this column only empty cells and these words are missing.',
      },
    },
    totals: {
      label: { zh: '末尾的合计行', en: 'Totals at the end' },
      hint: {
        zh: '合计、总计、Total 不是客户，算进来会带偏每个平均数。',
        en: 'A total is no customer; as a row it would distort every mean.',
      },
      options: {
        'leave-out': { zh: '不读入', en: 'Leave out' },
        keep: { zh: '当作普通行', en: 'Keep as rows' },
      },
    },
    sampleRows: {
      label: { zh: '抽取行数', en: 'Rows to sample' },
      hint: {
        zh: '0：全部读入。否则随机抽取这么多行，保持原来的顺序。',
        en: '0: read all. Else so many rows are drawn at random, kept in order.',
      },
    },
    sampleSeed: {
      label: { zh: '抽样种子', en: 'Sample seed' },
      hint: { zh: '同一个种子抽到同样的行。', en: 'The same seed draws the same rows.' },
    },
  },
});
