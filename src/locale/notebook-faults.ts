import type { NotebookFault } from '../core/problem';
import type { Words } from '../core/words';

/** What is wrong with a line of a notebook file, as the end of a sentence. */
export const notebookFaults: Readonly<Record<NotebookFault, Words>> = {
  'too-long': { zh: '文件太长', en: 'the file is too long' },
  'no-front-matter': {
    zh: '开头缺少以 --- 起始的说明',
    en: 'the file does not begin with --- and its front matter',
  },
  'front-matter-open': {
    zh: '开头的说明没有以 --- 结束',
    en: 'the front matter is not closed by ---',
  },
  'format-newer': {
    zh: '它由更新版本的分群写成',
    en: 'a newer version of Fenqun wrote it',
  },
  'key-invalid': {
    zh: '应当是「名称: 值」',
    en: 'a line “key: value” was expected',
  },
  'key-repeated': { zh: '同一个名称出现了两次', en: 'the same key stands there twice' },
  'not-json': { zh: '值不是 JSON', en: 'the value is not JSON' },
  'too-deep': { zh: '值嵌套得太深', en: 'the value is nested too deeply' },
  'number-too-large': { zh: '数字大得无法表示', en: 'a number is too large' },
  'value-invalid': { zh: '值不在允许的范围内', en: 'the value is not one that is allowed' },
  'source-repeated': { zh: '两个数据源同名', en: 'two sources have the same name' },
  'cell-heading-invalid': {
    zh: '单元的起始行写错了',
    en: 'the line that opens a cell is not well formed',
  },
  'cell-open': { zh: '这个单元没有以 ``` 结束', en: 'the cell is not closed by ```' },
  'id-repeated': { zh: '两个单元的 id 相同', en: 'two cells have the same id' },
  'too-many-cells': { zh: '单元太多', en: 'there are too many cells' },
};
