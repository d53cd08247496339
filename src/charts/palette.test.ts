import { expect, it } from 'vitest';
import { lightness, parseHex } from './palette';

it('reads colours as the tokens write them and as a minifier shortens them', () => {
  expect(parseHex(' #144097')).toEqual([20, 64, 151]);
  expect(parseHex('#fff')).toEqual([255, 255, 255]);
  expect(parseHex('rebeccapurple')).toEqual([128, 128, 128]);
});

it('tells a dark ground from a light one', () => {
  expect(lightness(parseHex('#1B1F23'))).toBeLessThan(0.5);
  expect(lightness(parseHex('#FFFFFF'))).toBeGreaterThan(0.5);
});
