import type { Stage } from '../core/cell-type';
import type { Words } from '../core/words';

/** Names of the stages of the segmentation cycle. */
export const stageWords: Readonly<Record<Stage, Words>> = {
  goal: { zh: '目标', en: 'Goal' },
  data: { zh: '数据', en: 'Data' },
  features: { zh: '特征', en: 'Features' },
  model: { zh: '建模', en: 'Model' },
  evaluate: { zh: '评估', en: 'Evaluate' },
  understand: { zh: '理解', en: 'Understand' },
  act: { zh: '策略', en: 'Act' },
  measure: { zh: '效果', en: 'Measure' },
  anywhere: { zh: '随处', en: 'Anywhere' },
};
