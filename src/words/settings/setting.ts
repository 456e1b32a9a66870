// What a program is told in its configuration or on its command line, deed by deed. Types only: no program is known here.

/** What somebody does to one side. */
export type Deed =
  /** Tells it which certificates to show, and the key. */
  | 'show'
  /** Tells it whom to trust for the other side. */
  | 'trust'
  /** Lets it stop at a trusted intermediate. */
  | 'partial chains'
  /** Demands a certificate of the client, or only asks for one. */
  | 'demand'
  | 'ask'
  | 'depth'
  /** Gives it lists of revoked certificates. */
  | 'lists'
  /** By which name it looks for the server. */
  | 'name'
  | 'versions'
  /** Which signatures it takes from the other side. */
  | 'schemes'
  /** Has a certificate issued, with all that it needs for its part. */
  | 'issue'
  /** Compares a key with a certificate. */
  | 'pair'
  /** Looks into a certificate. */
  | 'look';

/** What stands in the lines: names of files, and what they are to be set to. */
export interface Values {
  /** The certificate of this side, with its intermediates after it, in PEM. */
  readonly certificate: string;
  readonly key: string;
  /** The intermediates alone. */
  readonly chain: string;
  /** Certificate, key and intermediates in one PKCS#12. */
  readonly store: string;
  /** The CAs that it trusts for the other side, in PEM. */
  readonly trusts: string;
  /** Its lists of revoked certificates, in PEM. */
  readonly list: string;
  /** The host that the client looks for. */
  readonly name: string;
  /** How many intermediates may stand between a certificate and its root. */
  readonly depth: number;
  readonly purpose: 'clientAuth' | 'serverAuth';
}

export interface Setting {
  readonly lines: (values: Values) => string;
  /** The page of the program’s documentation. */
  readonly source: string;
}

export type Settings = { readonly [D in Deed]?: Setting };

/** A program, and what it is told as a client and as a server; absent: it never is one. */
export interface Program {
  readonly title: string;
  readonly client?: Settings;
  readonly server?: Settings;
}
