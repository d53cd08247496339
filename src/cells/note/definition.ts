import { defineCell } from '../../core/cell-type';
import { text } from '../../core/params';

export const definition = defineCell({
  kind: 'note',
  version: 1,
  stage: 'anywhere',
  takes: {},
  gives: null,
  params: { text: text({ initial: '', isLong: true }) },
  firstParams: ['text'],
});
