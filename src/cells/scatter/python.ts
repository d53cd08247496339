import { definePython } from '../../core/python';
import { definition } from './definition';

/** The picture is the page's; the segments flow on as they are where no area was kept. */
export const python = definePython(definition, ({ params, inputs, output }) => {
  if (params.selections.length > 0) {
    return {
      why: {
        zh: '在图上圈出的分群只在页面的坐标里有意义',
        en: 'segments drawn by hand on the picture exist in the coordinates of the page alone',
      },
    };
  }
  return {
    lines: [`${output} = ${inputs['clustering']!}  # as it was; the picture is on the page`],
  };
});
