import type { PythonGap } from '../../core/python';

/** Sessions and activity figures by the page's own rules. */
export const python: PythonGap = {
  why: {
    zh: '会话和活跃指标按页面自己的规则从事件里算出；要在别处用，请从页面下载这张表',
    en: 'sessions and activity figures are counted from events by rules of the page; download its table to use it elsewhere',
  },
};
