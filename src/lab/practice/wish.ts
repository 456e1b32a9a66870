// What somebody wants certificates for practice to be like, and what keeps it from being made. Pure.

import { ipBytes, isDnsName } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';

export type WishedKey = 'P-256' | 'P-384' | 'P-521' | 'RSA 2048' | 'RSA 3072' | 'Ed25519';

export type Purpose = 'serverAuth' | 'clientAuth';

/** A certificate at the end of a chain. */
export interface Leaf {
  /** The first is the common name. All that are names of hosts, or addresses, become alternative names. */
  readonly names: readonly string[];
  /** None: the certificate doesn’t say what it is for. */
  readonly purposes: readonly Purpose[];
}

export interface Wish {
  readonly keys: WishedKey;
  /** Whether there is a CA between the root and the ends. */
  readonly intermediate: boolean;
  /** For how many days the ends are valid; the CAs are for ten years. */
  readonly days: number;
  readonly server: Leaf;
  readonly client: Leaf;
}

/** Why a wish can’t be met. */
export type Shortcoming =
  | { readonly what: 'days'; readonly most: number }
  | { readonly what: 'no name'; readonly of: Role }
  /** A server is found by names of hosts and addresses alone. */
  | { readonly what: 'not a host'; readonly name: string }
  | { readonly what: 'unwritable' | 'too long'; readonly of: Role; readonly name: string };

const MOST_DAYS = 3650;
/** RFC 5280 A.1, ub-common-name. */
export const LONGEST_NAME = 64;

/** The first thing that keeps a wish from being met. */
export function shortcomingOf({ days, server, client }: Wish): Shortcoming | undefined {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) return { what: 'days', most: MOST_DAYS };
  const stranger = server.names.find((name) => !isHost(name));
  if (server.names.length === 0) return { what: 'no name', of: 'server' };
  if (stranger !== undefined) return { what: 'not a host', name: stranger };
  if (client.names.length === 0) return { what: 'no name', of: 'client' };
  const odd = client.names.find((name) => /\p{C}/u.test(name));
  if (odd !== undefined) return { what: 'unwritable', of: 'client', name: odd };
  const [first = ''] = client.names;
  return Array.from(first).length > LONGEST_NAME && !isHost(first)
    ? { what: 'too long', of: 'client', name: first }
    : undefined;
}

/** Whether a name is one of a host, or an address. */
export function isHost(name: string): boolean {
  return ipBytes(name) !== undefined || isDnsName(name);
}
