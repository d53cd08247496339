import { definePython, literal } from '../../core/python';
import { definition, isListFormat } from './definition';

/** The table with the number of the segment of every row, as a file. */
export const python = definePython(definition, ({ params, inputs, output }) => {
  if (isListFormat(params.format)) {
    return {
      why: {
        zh: '平台名单里的联系方式按页面的规则整理和散列',
        en: 'lists for platforms are normalised and hashed by rules of the page',
      },
    };
  }
  const [table, labels] = [inputs['table']!, inputs['clustering']!];
  const { segments, columns, unassigned } = params;
  const wanted = segments.length > 0 ? `.isin(${literal([...segments])})` : ' >= 0';
  const kept = unassigned ? `(${labels}${wanted}) | (${labels} < 0)` : `${labels}${wanted}`;
  return {
    lines: [
      `labels = ${labels}.reindex(${table}.index, fill_value=-1)`,
      `${output} = ${table}${columns.length > 0 ? `[${literal([...columns])}]` : ''}.copy()`,
      `${output}["segment"] = (labels + 1).where(labels >= 0)`,
      `${output} = ${output}[${kept.replaceAll(labels, 'labels')}]`,
      `${output}.to_csv("${output}.csv", index=False)`,
    ],
  };
});
