import type { Words } from '../../core/words';
import type { Fault } from './normalize';
import type { Role } from './params';

export const roleWords: Readonly<Record<Role, Words>> = {
  email: { zh: '邮箱', en: 'Email' },
  phone: { zh: '电话', en: 'Phone' },
  firstName: { zh: '名', en: 'First name' },
  lastName: { zh: '姓', en: 'Last name' },
  country: { zh: '国家', en: 'Country' },
  zip: { zh: '邮编', en: 'Postal code' },
};

export const faultWords: Readonly<Record<Fault | 'no-key', Words>> = {
  'email-invalid': { zh: '不是邮箱地址', en: 'not an email address' },
  'phone-invalid': { zh: '不是有效的电话号码', en: 'not a valid phone number' },
  'phone-no-country': {
    zh: '号码没有国家码，这一行也没有认得的国家',
    en: 'no country code, and no known country for the row',
  },
  'country-unknown': { zh: '认不出的国家', en: 'not a known country' },
  'no-key': {
    zh: '没有可用的标识，整行不在名单里',
    en: 'nothing to be found by; the row is not in the list',
  },
};

export const wholeRow: Words = { zh: '整行', en: 'Whole row' };

export const problemHeadings = {
  row: { zh: '行号', en: 'Row' },
  field: { zh: '字段', en: 'Field' },
  reason: { zh: '原因', en: 'Reason' },
  file: { zh: '未列入', en: 'not-listed' },
} satisfies Record<string, Words>;
