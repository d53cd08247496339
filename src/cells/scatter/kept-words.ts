import { formatCount } from '../../core/format';
import type { Words } from '../../core/words';

/** What is said of the segments made by hand. */
export const keptWords = {
  title: { zh: '手工分群', en: 'Segments made by hand' },
  follow: { zh: '在分群表里看', en: 'See in the segments table' },
  join: { zh: '并入…', en: 'Join…' },
  number: (index: number): Words => ({
    zh: `手工分群 ${index + 1}`,
    en: `Hand-made ${index + 1}`,
  }),
  name: (index: number): Words => ({
    zh: `手工分群 ${index + 1} 的名称`,
    en: `Name of hand-made segment ${index + 1}`,
  }),
  rows: (rows: number): Words => ({
    zh: `${formatCount(rows)} 行`,
    en: `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`,
  }),
  then: (rows: number): Words => ({
    zh: `留下时 ${formatCount(rows)} 行`,
    en: `${formatCount(rows)} when kept`,
  }),
  joinLabel: (name: string): Words => ({ zh: `把「${name}」并入`, en: `Join ${name} with` }),
  remove: (name: string): Words => ({ zh: `删除「${name}」`, en: `Remove ${name}` }),
  rule: (fed: string): Words => ({
    zh: `这些行已从模型的 ${fed} 个分群里取出；后留的先得。接在本单元后面的单元看到的是取出之后的分群。`,
    en: `These rows are taken out of the ${fed} segments of the model; the later kept gets them. Cells fed by this one see the segments after that.`,
  }),
};
