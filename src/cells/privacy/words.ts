import { formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import type { PrivacyClass, Reason } from '../../table/privacy/classify';
import type { Pattern } from '../../table/privacy/patterns';
import type { PrivacyAction } from './decisions';

export const classWords: Readonly<Record<PrivacyClass, Words>> = {
  direct: { zh: '直接标识符', en: 'Direct identifier' },
  quasi: { zh: '准标识符', en: 'Quasi-identifier' },
  sensitive: { zh: '敏感', en: 'Sensitive' },
  other: { zh: '其他', en: 'Other' },
};

export const actionWords: Readonly<Record<PrivacyAction, Words>> = {
  keep: { zh: '保留', en: 'Keep' },
  drop: { zh: '删去', en: 'Drop' },
  pseudonymize: { zh: '换成假名', en: 'Pseudonymize' },
  year: { zh: '只留年', en: 'Year only' },
  month: { zh: '只留年月', en: 'Year and month' },
  bands: { zh: '分段', en: 'Bands' },
  'first-part': { zh: '只留第一级', en: 'First part only' },
  'first-signs': { zh: '只留前三位', en: 'First three signs' },
  clip: { zh: '截到 1 %–99 %', en: 'Clip to 1%–99%' },
};

const PATTERNS: Readonly<Record<Pattern, Words>> = {
  'id-card': {
    zh: '身份证号（校验位正确）',
    en: 'Chinese identity numbers with the right check digit',
  },
  mobile: { zh: '手机号', en: 'mobile numbers' },
  phone: { zh: '电话号码', en: 'telephone numbers' },
  'bank-card': { zh: '银行卡号（Luhn 校验正确）', en: 'card numbers that pass the Luhn check' },
  email: { zh: '邮箱', en: 'e-mail addresses' },
  plate: { zh: '车牌', en: 'number plates' },
  'ip-address': { zh: 'IP 地址', en: 'IP addresses' },
  address: { zh: '地址', en: 'postal addresses' },
  'person-name': { zh: '人名', en: 'names of people' },
};

/** Why a column is taken for what it is. */
export function reasonWords(reason: Reason): Words {
  switch (reason.kind) {
    case 'content':
      return {
        zh: `${formatPercent(reason.share, 'zh', 0)} 的值是${PATTERNS[reason.pattern].zh}`,
        en: `${formatPercent(reason.share, 'en', 0)} of its values are ${PATTERNS[reason.pattern].en}`,
      };
    case 'contains':
      return {
        zh: `${formatPercent(reason.share, 'zh')} 的值里夹着手机号、邮箱或身份证号`,
        en: `${formatPercent(reason.share, 'en')} of its values hold a mobile number, e-mail or identity number`,
      };
    case 'name':
      return { zh: `列名里有「${reason.word}」`, en: `its name says “${reason.word}”` };
    case 'identifier':
      return { zh: '是编号', en: 'it is an identifier' };
    case 'nothing':
      return { zh: '列名和内容都看不出', en: 'neither name nor values point at anybody' };
    default:
      return reason satisfies never;
  }
}

export const viewWords = {
  risk: { zh: '重新认出的风险', en: 'Risk of being recognised' },
  before: { zh: '之前', en: 'Before' },
  after: { zh: '之后', en: 'After' },
  columns: { zh: '各列', en: 'Columns' },
  column: { zh: '列', en: 'Column' },
  class: { zh: '类别', en: 'Class' },
  why: { zh: '为什么', en: 'Why' },
  action: { zh: '怎么处理', en: 'Treatment' },
  measure: { zh: '指标', en: 'Measure' },
  smallest: { zh: '处理后最小的组', en: 'Smallest groups after treatment' },
  groupRows: { zh: '行数', en: 'Rows' },
  advise: { zh: '准标识符按建议说得粗一些', en: 'Tell quasi-identifiers less exactly, as advised' },
  missing: { zh: '（缺失）', en: '(missing)' },
  honest: {
    zh: '假名化不等于匿名：有密钥的人能对上，其余的列合起来也可能认出人。密钥只在这个浏览器里，清除网站数据就没有了。',
    en: 'Pseudonymized is not anonymous: whoever has the key can match them, and the other columns together may still give people away. The key stays in this browser and goes with its site data.',
  },
} satisfies Record<string, Words>;
