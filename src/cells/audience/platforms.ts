import type { LIST_FORMATS } from './definition';
import type { Role } from './params';

export type Platform = (typeof LIST_FORMATS)[number];

export interface ListColumn {
  /** As the platform wants it, in English. */
  readonly heading: string;
  /** `segment` is the name of the row's segment. */
  readonly source: Role | 'segment';
  readonly isHashed: boolean;
}

export interface PlatformRules {
  readonly columns: readonly ListColumn[];
  /** A row goes into the list when it has every value of at least one of these. */
  readonly keys: readonly (readonly Role[])[];
  /** Of no use one without the others, and so not in the file. */
  readonly together?: readonly Role[];
}

const hashed = (heading: string, source: Role): ListColumn => ({ heading, source, isHashed: true });
const plain = (heading: string, source: ListColumn['source']): ListColumn => ({
  heading,
  source,
  isHashed: false,
});

const ADDRESS: readonly Role[] = ['firstName', 'lastName', 'country', 'zip'];

/** What each platform reads; the pages that say so are in the README. */
export const PLATFORMS: Readonly<Record<Platform, PlatformRules>> = {
  google: {
    columns: [
      hashed('Email', 'email'),
      hashed('Phone', 'phone'),
      hashed('First Name', 'firstName'),
      hashed('Last Name', 'lastName'),
      plain('Country', 'country'),
      plain('Zip', 'zip'),
    ],
    keys: [['email'], ['phone'], ADDRESS],
    together: ADDRESS,
  },
  meta: {
    columns: [
      hashed('email', 'email'),
      hashed('phone', 'phone'),
      hashed('fn', 'firstName'),
      hashed('ln', 'lastName'),
      hashed('zip', 'zip'),
      hashed('country', 'country'),
    ],
    keys: [['email'], ['phone'], ADDRESS],
  },
  mailchimp: {
    columns: [
      plain('Email Address', 'email'),
      plain('First Name', 'firstName'),
      plain('Last Name', 'lastName'),
      plain('Phone Number', 'phone'),
      plain('Tags', 'segment'),
    ],
    keys: [['email']],
  },
  hubspot: {
    columns: [
      plain('Email', 'email'),
      plain('First Name', 'firstName'),
      plain('Last Name', 'lastName'),
      plain('Phone Number', 'phone'),
      plain('Country/Region', 'country'),
      plain('Postal Code', 'zip'),
      plain('Segment', 'segment'),
    ],
    keys: [['email']],
  },
};

/** True when what is in the list cannot be read back by eye: pseudonymised, not anonymous. */
export function isPseudonymised(platform: Platform): boolean {
  return PLATFORMS[platform].columns.some(({ isHashed }) => isHashed);
}
