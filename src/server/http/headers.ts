import { SAFE_HEADERS } from '../../site/policy.ts';

/** What every answer of a door carries besides: no other site shows it as a part of its own, or holds a window of it. */
export const DOOR_HEADERS = {
  ...SAFE_HEADERS,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** For answers that go out by TLS, and for no others: a classroom's network is plain http, and a name would be out of reach there. */
export const TLS_HEADERS = { 'strict-transport-security': 'max-age=31536000' } as const;
