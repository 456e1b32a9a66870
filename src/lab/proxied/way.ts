// The ways in which a proxy that a client's TLS ends at goes about the client's certificate, and the ways around it. Names only: they
// stand in links and never change.

/**
 * `nothing`: the server behind asks for no certificate. `refused`: it insists on one, and the proxy has none. `answered`: the client has none,
 * and the proxy says so in HTTP. `rejected`: the client’s does not hold, and the proxy says so in HTTP, too. `pass-through`: the proxy passes on what it can't read. `certificate`: it shows one of its own behind.
 * `header`: and says in a header whom the client's names. `forged`: a client without a certificate says so itself, and the proxy
 * passes that on. `stripped`: it takes that out first.
 */
export const ways = [
  'nothing',
  'refused',
  'answered',
  'rejected',
  'pass-through',
  'certificate',
  'header',
  'forged',
  'stripped',
] as const;

export type Way = (typeof ways)[number];
