import { defineCell } from '../../core/cell-type';
import { choice, text } from '../../core/params';

export const definition = defineCell({
  kind: 'load',
  version: 1,
  stage: 'data',
  takes: {},
  gives: 'table',
  params: {
    /** The name of one of the notebook's sources. */
    source: text({ initial: '' }),
    encoding: choice({
      initial: 'auto',
      options: [
        'auto',
        'utf-8',
        'gb18030',
        'big5',
        'utf-16le',
        'utf-16be',
        'windows-1252',
        'shift_jis',
      ],
    }),
    delimiter: choice({ initial: 'auto', options: ['auto', ',', ';', '\t', '|'] }),
  },
  firstParams: ['source', 'encoding', 'delimiter'],
  readsSource: true,
  // 80 MB in about 2.5 s; the size of the file is not known here, but rows × columns is close.
  estimateMs: (_params, { rows, columns }) => 20 + rows * columns * 2.5e-4,
});
