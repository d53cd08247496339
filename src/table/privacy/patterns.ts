/** Kinds of values that point at a person by themselves, known by how they are written. */
export type Pattern =
  | 'id-card'
  | 'mobile'
  | 'phone'
  | 'bank-card'
  | 'email'
  | 'plate'
  | 'ip-address'
  | 'address'
  | 'person-name';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/**
 * A Chinese identity number: 18 signs with their check digit (GB 11643-1999, ISO 7064 mod 11-2), or
 * the 15 digits of before 1999; the province and the day of birth must exist.
 */
export function isIdCard(text: string): boolean {
  if (/^\d{15}$/.test(text)) return isProvince(text) && isDay(`19${text.slice(6, 12)}`);
  if (!/^\d{17}[\dXx]$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  const isRight = CHECKS[sum % 11] === text[17]!.toUpperCase();
  return isRight && isProvince(text) && isDay(text.slice(6, 14));
}

/** 11 … 15 Beijing to Inner Mongolia, and so on; 71, 81, 82 and 83 Taiwan, Hong Kong and Macao. */
function isProvince(text: string): boolean {
  return /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/.test(text);
}

function isDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isSame = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  return isSame && Number(year) >= 1850 && Number(year) <= 2100;
}

/** The check digit of cards and other numbers (ISO/IEC 7812-1, after Luhn). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const twice = digit * 2;
    sum += i % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

/** 13 to 19 digits, perhaps in groups, that begin as cards do and have the right check digit. */
function isBankCard(text: string): boolean {
  const digits = text.replace(/[ -]/g, '');
  return /^[3-6]\d{12,18}$/.test(digits) && isLuhn(digits) && !isIdCard(digits);
}

const MOBILE = /^(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}$/;
/** Landlines with their area code, and numbers with that of a country (ITU-T E.164). */
const PHONE = /^(?:0\d{2,3}[- ]\d{7,8}|\+\d{1,3}[ -]?(?:\(?\d{1,4}\)?[ -]?){2,4}\d{2,4})$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/;
const PLATE =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·.\s]?(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJ-NP-Z0-9]{6})$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const IPV6 = /^(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}$/i;
const ADDRESS =
  /(?:(?:省|市|区|县|镇|乡).*(?:路|街|道|巷|村|号|栋|单元|室)|\d+\s+\w+.*\b(?:street|st|road|rd|avenue|ave|lane|drive|blvd)\b)/iu;
/** Family names that nine in ten Chinese bear, two-sign ones first. */
const FAMILY =
  /^(?:欧阳|上官|司马|诸葛|司徒|夏侯|东方|皇甫|尉迟|公孙|慕容|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任卢姚钟姜崔谭陆汪范石廖贾韦金付方邹熊白孟秦邱江侯尹薛闫雷龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤])[\p{Script=Han}]{1,2}$/u;

const RULES: readonly (readonly [Pattern, (text: string) => boolean])[] = [
  ['id-card', isIdCard],
  ['mobile', (text) => MOBILE.test(text)],
  ['bank-card', isBankCard],
  ['email', (text) => EMAIL.test(text)],
  ['plate', (text) => PLATE.test(text)],
  ['ip-address', (text) => IPV4.test(text) || IPV6.test(text)],
  ['phone', (text) => PHONE.test(text)],
  ['address', (text) => text.length >= 6 && ADDRESS.test(text)],
  ['person-name', (text) => FAMILY.test(text)],
];

/** What a value is written like; null: nothing that is known here. */
export function patternOf(value: string): Pattern | null {
  const text = value.normalize('NFKC').trim();
  return RULES.find(([, holds]) => holds(text))?.[0] ?? null;
}

const WITHIN = /[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)/g;

/** A mobile number, e-mail or identity number somewhere in a longer text. */
export function holdsPattern(value: string): boolean {
  const found = value.match(WITHIN);
  return found?.some((part) => part.length !== 18 || part.includes('@') || isIdCard(part)) ?? false;
}
