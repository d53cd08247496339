import type { RoleColumn } from '../rfm/roles';

/** What a column is to a log of events. */
export const EVENT_ROLES = ['user', 'time', 'event', 'value'] as const;

export type EventRole = (typeof EVENT_ROLES)[number];

export type EventRoles = { readonly [R in EventRole]?: RoleColumn };
