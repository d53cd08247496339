import { definePython, literal } from '../../core/python';
import { definition } from './definition';
import type { PrivacyDisplay } from './display';

/** Columns left out, and rows without consent; what a key or classes of the page make is not written. */
export const python = definePython(definition, ({ params, display, inputs, output }) => {
  const { treated, columns, consent, dropped } = display as PrivacyDisplay;
  if (treated.some(({ action }) => action === 'pseudonymize')) {
    return {
      why: {
        zh: '假名要用只留在这个浏览器里的密钥来算',
        en: 'pseudonyms are made with a key that never leaves the browser',
      },
    };
  }
  if (consent !== null || treated.some(({ action }) => action !== 'keep' && action !== 'drop')) {
    return {
      why: {
        zh: '粗化的分组和同意的说法按页面的规则',
        en: 'coarser classes and words of consent follow rules of the page',
      },
    };
  }
  const quasi = treated.filter((one) => one.class === 'quasi' && one.action === 'keep');
  const names = literal(quasi.map(({ column }) => column.name));
  return {
    lines: [
      `${output} = ${inputs['table']!}[${literal(columns.map(({ name }) => name))}]`,
      ...(dropped > 0
        ? [
            `sizes = ${output}.groupby(${names}, dropna=False)[${names}[0]].transform("size")`,
            `${output} = ${output}[sizes >= ${params.k}].reset_index(drop=True)`,
          ]
        : []),
    ],
  };
});
