import { formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import type { AudienceDisplay } from './display';

export const viewWords = {
  segments: { zh: '写哪些分群', en: 'Segments to write' },
  preview: { zh: '文件的前几行', en: 'The first rows of the file' },
  segment: { zh: '分群', en: 'Segment' },
  missing: { zh: '缺失', en: 'missing' },
  noise: { zh: '噪声', en: 'Noise' },
  leftOut: { zh: '未参与分群', en: 'Not clustered' },
  save: { zh: '存成文件', en: 'Save the file' },
  saveProblems: { zh: '存下未列入的行号和原因', en: 'Save what is not listed, with reasons' },
  keepOut: { zh: '不写这些列', en: 'Leave these columns out' },
  fields: { zh: '从哪些列取', en: 'Taken from' },
  none: { zh: '不用', en: 'Not used' },
  country: { zh: '默认国家', en: 'Default country' },
  countryHint: {
    zh: '给没有国家码的电话号码和没有国家的行。',
    en: 'For phone numbers without a country code and rows without a country.',
  },
  noCountry: { zh: '没有', en: 'None' },
  guessed: { zh: '按列名和内容猜的', en: 'guessed from name and values' },
  problems: { zh: '没能写进名单的', en: 'What could not be listed' },
  field: { zh: '字段', en: 'Field' },
  reason: { zh: '原因', en: 'Reason' },
  count: { zh: '行数', en: 'Rows' },
  firstRows: { zh: '行号', en: 'Row numbers' },
  hashed: {
    zh: '以 SHA-256 假名化：肉眼读不出，但知道同一个邮箱的人能对上；仍是个人数据，不是匿名。',
    en: 'Pseudonymised with SHA-256: unreadable by eye, but whoever knows the same address can match it. It remains personal data and is not anonymous.',
  },
  consent: {
    zh: '只放同意过这种用途的人。',
    en: 'List only people who agreed to this use.',
  },
} satisfies Record<string, Words>;

/** DESIGN voice: what the file gives away, and what to do about it. */
export function identifyingWords({ identifying }: AudienceDisplay): Words | null {
  if (identifying.length === 0) return null;
  const zh = identifying.map(({ column, values }) => `${formatCount(values)} 个「${column}」`);
  const en = identifying.map(({ column, values }) => `${formatCount(values)} of ${column}`);
  return {
    zh: `导出含 ${zh.join('、')}，能认出人。只给需要的人。`,
    en: `The export holds values that name people: ${en.join(', ')}. Share with care.`,
  };
}

export function rowNumbersWords(rows: readonly number[], count: number): Words {
  const shown = rows.slice(0, 12).map(formatCount);
  const isWhole = shown.length === count;
  return {
    zh: `${shown.join('、')}${isWhole ? '' : ' …'}`,
    en: `${shown.join(', ')}${isWhole ? '' : ' …'}`,
  };
}

export function unitsWords({ units }: AudienceDisplay): Words | null {
  if (units.length === 0) return null;
  const list = units.map(({ column, unit }) => `${column} ${unit}`);
  return {
    zh: `数值不带单位：${list.join('、')}。`,
    en: `Numbers are written without their units: ${list.join(', ')}.`,
  };
}
