import { parsePhoneNumberFromString as parse, getCountries } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { COUNTRIES, countryCode } from './countries';
import { hashText } from './list-columns';
import { normalCountry, normalEmail, normalName, normalPhone, normalZip } from './normalize';

const email = (text: string, platform: 'google' | 'meta' | 'mailchimp' = 'google') =>
  normalEmail(text, platform);
const phone = (text: string, country = '', platform: 'google' | 'meta' = 'google') =>
  normalPhone(text, { platform, country, parse });
const value = (normal: ReturnType<typeof email>) =>
  'value' in normal ? normal.value : normal.fault;

/** https://developers.google.com/data-manager/api/devguides/concepts/formatting */
describe('what Google documents', () => {
  it.each([
    ['cloudy.sanfrancisco+shopping@gmail.com', 'cloudysanfrancisco@gmail.com'],
    ['user.name+NYC@Example.com', 'user.name+nyc@example.com'],
    [' te st@Gmail.com ', 'test@gmail.com'],
    ['a.b@googlemail.com', 'ab@googlemail.com'],
  ])('email %j is %s', (text, normal) => expect(email(text)).toEqual({ value: normal }));

  it.each([
    ['(800)555-0100', 'US', '+18005550100'],
    ['1-800-888-8888', 'US', '+18008888888'],
    ['18008888899', 'US', '+18008888899'],
  ])('phone %s in %s is %s', (text, country, normal) =>
    expect(phone(text, country)).toEqual({ value: normal }),
  );

  it('names are small letters with single spaces, last names without punctuation', () => {
    const of = (text: string, role: 'firstName' | 'lastName') =>
      normalName(text, { platform: 'google', role });
    expect(of('  Mary  Ann ', 'firstName')).toBe('mary ann');
    expect(of("O'Neil-Smith", 'lastName')).toBe('oneilsmith');
    expect(of('Pérez', 'lastName')).toBe('pérez');
  });

  it('countries and postal codes are not hashed and stay as they are', () => {
    expect(normalCountry('US', 'google')).toBe('US');
    expect(normalZip(' 94303-5300 ', { platform: 'google', country: 'US' })).toBe('94303-5300');
    expect(normalZip('WC2H 8LG', { platform: 'google', country: 'GB' })).toBe('WC2H 8LG');
  });
});

/** https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters */
describe('what Meta documents', () => {
  it.each([
    [
      value(email('John_Smith@gmail.com', 'meta')),
      '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f',
    ],
    [
      value(phone('(650)555-1212', 'US', 'meta')),
      'e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176',
    ],
    [
      normalName('Mary', { platform: 'meta', role: 'firstName' }),
      '6915771be1c5aa0c886870b6951b03d7eafc121fea0e80a5ea83beb7c449f4ec',
    ],
    [
      normalCountry(countryCode('United States')!, 'meta'),
      '79adb2a2fce5c6ba215fe5f27f532d4e7edbac4b6a5e09e1ef3a08084a904621',
    ],
  ])('%s hashes to %s', (normal, hash) => expect(hashText(normal!)).toBe(hash));

  it('takes dots of Gmail addresses as they are', () => {
    expect(email(' A.b+c@Gmail.com', 'meta')).toEqual({ value: 'a.b+c@gmail.com' });
  });

  it('wants postal codes small, without spaces and dashes, five digits in the United States', () => {
    const zip = (text: string, country: string) => normalZip(text, { platform: 'meta', country });
    expect(zip('94035-1234', 'US')).toBe('94035');
    expect(zip('M1 1AE', 'GB')).toBe('m11ae');
    expect(zip('200-0000', 'JP')).toBe('2000000');
  });

  it('wants names without punctuation, in any alphabet', () => {
    const of = (text: string) => normalName(text, { platform: 'meta', role: 'firstName' });
    expect([of('정'), of('Valéry'), of('J.-P.'), of('...')]).toEqual(['정', 'valéry', 'jp', null]);
  });
});

describe('phone numbers', () => {
  it.each([
    ['13812345678', 'CN', '+8613812345678'],
    ['１３８　１２３４　５６７８', 'CN', '+8613812345678'],
    ['0086 138-1234-5678', 'CN', '+8613812345678'],
    ['+44 844 412 4653', '', '+448444124653'],
    ['+44 844 412 4653', 'CN', '+448444124653'],
  ])('%s with default %j is %s', (text, country, normal) =>
    expect(phone(text, country)).toEqual({ value: normal }),
  );

  it.each([
    ['13812345678', '', 'phone-no-country'],
    ['1381234', 'CN', 'phone-invalid'],
    ['+1', '', 'phone-invalid'],
    ['not given', 'US', 'phone-invalid'],
  ])('%s with default %j: %s', (text, country, fault) =>
    expect(phone(text, country)).toEqual({ fault }),
  );
});

it.each(['', '@', 'a@', 'a@b', 'a b@c.de ', 'a@b@c.de', 'a@b..de', '=a@b.de,c', '+@gmail.com'])(
  '%j is no email address',
  (text) => {
    const platform = text.includes(' ') ? 'meta' : 'google';
    expect(email(text, platform)).toEqual({ fault: 'email-invalid' });
  },
);

it.each([
  ['us', 'US'],
  ['USA', 'US'],
  ['美国', 'US'],
  ['China', 'CN'],
  ['中国', 'CN'],
  ['United Kingdom', 'GB'],
  ['germany', 'DE'],
])('%s is %s', (text, code) => expect(countryCode(text)).toBe(code));

it('does not know countries that are none', () => {
  expect([countryCode('Atlantis'), countryCode('constructor'), countryCode('')]).toEqual([
    null,
    null,
    null,
  ]);
});

it('knows the countries that the telephone plans know', () => {
  expect(COUNTRIES).toEqual(getCountries());
});
