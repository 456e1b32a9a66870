// What goes wrong most often where people meet mutual TLS, by the ids of the catalogue, the commonest first. Data only.

/** Each is of the catalogue, and somebody notices it in the default scenario. */
export const famous = [
  'untrusted-ca',
  'client-expired',
  'no-client-certificate',
  'client-missing-intermediate',
  'client-key-of-another',
  'client-wrong-eku',
  'server-wrong-name',
] as const;

export type Famous = (typeof famous)[number];
