// What can be wrong with the bytes of certificates and keys beyond the rules of DER: the causes of flaws that this layer adds. Types only.

import type { TagName } from '../bytes/index.ts';

type Nothing = Readonly<Record<never, never>>;

declare module '../bytes/flaw.ts' {
  interface FlawValues {
    // certificates and lists of revoked ones
    'unknown version': { readonly version: number };
    'version without extensions': { readonly version: number };
    'version of a list': Nothing;
    'kind of time': { readonly found: TagName };
    /** The form is the one that it should have: `YYMMDDHHMMSSZ`. */
    'form of time': { readonly text: string; readonly form: string };
    'no such time': { readonly text: string };
    // extensions
    'no extensions': Nothing;
    'default written out': { readonly of: 'critical' | 'cA' };
    'empty list': { readonly of: string };
    'no usage': Nothing;
    'no constraint': Nothing;
    'half an issuer': Nothing;
    // names
    'kind of name': { readonly found: TagName };
    'not ASCII': { readonly of: string };
    'length of an address': Nothing;
    'length of a subnet': Nothing;
    'gaps in a mask': Nothing;
    // private keys; lengths are in bytes
    'kind of key': { readonly kind: string };
    'length of a seed': { readonly length: number };
    'length of a scalar': { readonly curve: string; readonly length: number };
    'no curve': Nothing;
    'unsupported curve': { readonly curve: string };
    'several primes': Nothing;
    'primes of another key': Nothing;
    // containers
    'blocks not whole': Nothing;
    'wrong padding': Nothing;
    'kind of bag': { readonly kind: string };
  }
}
