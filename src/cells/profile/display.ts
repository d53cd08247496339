import type { TableProfile } from '../../table/profile';

export type ProfileDisplay = TableProfile;
