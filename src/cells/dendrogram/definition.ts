import { defineCell } from '../../core/cell-type';
import { choice } from '../../core/params';

export const definition = defineCell({
  kind: 'dendrogram',
  version: 1,
  stage: 'understand',
  takes: { clustering: 'clustering' },
  gives: null,
  params: {
    rule: choice({ initial: 'ward', options: ['ward', 'average'] }),
  },
  firstParams: ['rule'],
});
