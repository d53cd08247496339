import { definePython, literal } from '../../core/python';
import { definition } from './definition';
import type { ExplainDisplay } from './display';

/** A tree of scikit-learn on the columns that the page's tree asks about; its own may ask otherwise. */
export const python = definePython(definition, ({ params, display, inputs, output }) => {
  const { columns } = display as ExplainDisplay;
  if (columns.length === 0) {
    return { why: { zh: '页面的树没有提任何问题', en: 'the tree of the page asks nothing' } };
  }
  const names = columns.map(({ column }) => column.name);
  const [table, labels] = [inputs['table']!, inputs['clustering']!];
  return {
    lines: [
      '# scikit-learn splits categories one level at a time, and draws other rows to test on: the',
      '# rules are alike, not the same.',
      `inside = ${labels}[${labels} >= 0]`,
      `asked = pd.get_dummies(${table}.loc[inside.index, ${literal(names)}])`,
      `${output} = DecisionTreeClassifier(max_depth=${params.depth}, min_samples_leaf=${params.minRows}, random_state=0).fit(asked, inside)`,
      `print(export_text(${output}, feature_names=list(asked.columns)))`,
    ],
    imports: ['from sklearn.tree import DecisionTreeClassifier, export_text'],
  };
});
