import reading from '../../table/read/reading.py?raw';
import { definePython, literal } from '../../core/python';
import { definition } from './definition';
import type { CleanDisplay } from './display';
import steps from './steps.py?raw';
import { writeStep } from './write-step';

/** The steps that were done, in order; then the rows that stay. */
export const python = definePython(definition, ({ display, inputs, output }) => {
  const shown = display as CleanDisplay;
  if (shown.output !== 'kept') {
    return {
      why: {
        zh: '脚本只写留下的行，不写另放的行',
        en: 'the script has the rows that stay, not those that were set aside',
      },
    };
  }
  const lines = [`table = ${inputs['table']!}.copy()`];
  for (const [i, step] of shown.steps.entries()) {
    // Steps that could not be done on the page are not done here.
    if (shown.outcomes[i]?.status !== 'done') continue;
    const written = writeStep(step, shown.shapes[shown.shapeOf[i]!] ?? []);
    if (written === null) {
      return {
        why: {
          zh: `第 ${i + 1} 步（${step.kind}）按页面自己的规则读文字，Python 里没有对应的`,
          en: `step ${i + 1} (${step.kind}) reads text by rules of the page alone`,
        },
      };
    }
    lines.push(...written);
  }
  const names = literal(shown.columns.map(({ name }) => name));
  return {
    lines: [...lines, `${output} = table[${names}].reset_index(drop=True)`],
    imports: ['import re', 'import unicodedata'],
    helpers: [reading, steps],
  };
});
