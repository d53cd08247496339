import type { ColumnMeta } from '../../core/values';
import type { Classed, PrivacyClass } from './classify';

/** Words in the names of columns; an English word stands alone or between signs or capitals. */
const CHINESE: readonly (readonly [PrivacyClass, RegExp])[] = [
  [
    'direct',
    /姓名|名字|昵称|真实名|联系人|手机|电话|座机|身份证|证件|护照|社保|银行卡|卡号|账号|帐号|邮箱|邮件|微信|地址|住址|车牌|户名|会员号|会员编号|客户号|客户编号|用户编号|设备号/,
  ],
  [
    'sensitive',
    /收入|薪|工资|健康|疾病|病史|诊断|体检|血型|宗教|信仰|政治|党派|信用|征信|存款|余额|负债|贷款|资产|残疾|犯罪|未成年|体重|用药|行踪/,
  ],
  [
    'quasi',
    /年龄|岁数|性别|出生|生日|生年|邮编|邮政编码|城市|省|地区|区县|区域|国籍|籍贯|户籍|职业|行业|学历|教育|婚姻|婚否|民族|子女|家庭人数|经度|纬度|入会|注册/,
  ],
];
const ENGLISH: readonly (readonly [PrivacyClass, RegExp])[] = [
  [
    'direct',
    /^(?:(?:first|last|full|sur|given|customer|client|member|person|user|nick)[ ]?name|name|surname|phone|mobile|tel|telephone|cell|email|e mail|mail|address|street|ssn|passport|iban|card|card number|account|account number|plate|licence plate|ip|ip address|openid|unionid|imei|idfa|device id|customer id|member id|client id|user id)$/,
  ],
  [
    'sensitive',
    /\b(?:income|salary|wage|health|disease|diagnosis|illness|condition|religion|political|credit score|balance|debt|loan|housing loan|default|disability|criminal|weight|medication|hiv|problem)\b/,
  ],
  [
    'quasi',
    /\b(?:age|gender|sex|birth|birthday|birthdate|dob|born|zip|zipcode|postcode|postal|city|town|region|province|state|country|county|district|nationality|race|ethnicity|education|marital|occupation|job|profession|children|household|kidhome|teenhome|latitude|longitude|lat|lon|lng|joined|dt customer|signup)\b/,
  ],
];

/** The words of a name in lower case, a space between them: `Year_Birth` and `yearBirth` are `year birth`. */
function plain(name: string): string {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')
    .toLowerCase();
}

/** The class that the name of a column announces; null: none. */
export function classByName({ name }: ColumnMeta): Classed | null {
  const words = plain(name);
  for (const rules of [CHINESE, ENGLISH]) {
    for (const [group, rule] of rules) {
      const found = rule.exec(rules === CHINESE ? name : words);
      if (found !== null) return { class: group, reason: { kind: 'name', word: found[0] } };
    }
  }
  return null;
}
