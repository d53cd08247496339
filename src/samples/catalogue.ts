import { bank } from './bank';
import { orders } from './orders';
import { messy } from './messy';
import { shapes } from './shapes';
import { shop } from './shop';
import { travel } from './travel';
import { visits } from './visits';
import type { Sample } from './sample';

/** What the start page offers; made up on the spot, nothing is downloaded. */
export const SAMPLES: readonly Sample[] = [shop, orders, visits, bank, travel, messy, ...shapes];

export function sampleOf(id: string): Sample | undefined {
  return SAMPLES.find((sample) => sample.id === id);
}
