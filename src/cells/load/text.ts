import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '读入数据', en: 'Load' },
  summary: { zh: '文件读全了吗，读对了吗？', en: 'Was the file read whole, and read right?' },
  need: {
    zh: '把 CSV 文件拖到这里。它不会离开这台电脑。',
    en: 'Drop a CSV file here. It never leaves this computer.',
  },
  params: {
    source: {
      label: { zh: '文件', en: 'File' },
      hint: {
        zh: '文件留在这台电脑上；笔记本里只有它的名字、列名、行数和指纹。',
        en: 'The file stays on this computer; the notebook holds its name, columns, row count and hash.',
      },
    },
    encoding: {
      label: { zh: '编码', en: 'Encoding' },
      hint: {
        zh: '自动：先看文件开头的标记，再试 UTF-8，整个文件都说得通才用；否则按 GB18030 读。',
        en: 'Automatic: the mark at the start decides; else UTF-8 if the whole file is; else GB18030.',
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
      },
    },
  },
});
