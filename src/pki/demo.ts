// The small demo PKI of the page: two organisations and a stranger, minted deterministically and on demand.

import type { PrivateKey } from '../crypto/index.ts';
import type { Certificate } from './certificate.ts';

/** A certificate chain and the private key of its leaf. */
export interface Identity {
  /** Leaf first, then intermediates; no root. */
  readonly chain: readonly Certificate[];
  readonly key: PrivateKey;
}

export type DemoKind = 'P-256' | 'RSA' | 'Ed25519';

export interface DemoPki {
  readonly kind: DemoKind;
  readonly serverRoot: Certificate;
  readonly clientRoot: Certificate;
  readonly strangerRoot: Certificate;
  /** `api.example`. */
  readonly server: Identity;
  /** `client.example`. */
  readonly client: Identity;
  /** `client.example`, issued by the stranger. */
  readonly strangerClient: Identity;
  /** `api.example`, issued by the stranger. */
  readonly strangerServer: Identity;
  /** The issuing CAs, for minting more; chain: the intermediate alone (for the stranger: its root). */
  readonly issuers: { readonly server: Identity; readonly client: Identity; readonly stranger: Identity };
}

/** The demo PKI of one key kind; the same objects every time for one kind and day. */
export function demoPki(kind: DemoKind, now: number): DemoPki {
  throw new Error(`not written yet (${kind} ${now})`);
}
