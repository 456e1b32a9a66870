// What is wrong with bytes, each in one clause without a full stop. It must not know who reads them.

import type { FlawCause } from '../../bytes/index.ts';
import { tagName } from '../values.ts';
import { element } from './elements.ts';
import { type Sentences, told } from './telling.ts';

/** One clause, without a full stop. */
export function flawClause(cause: FlawCause): string {
  return told(clauses, cause);
}

/** `1 byte`, `1024 bytes`: beside numbers of the bytes themselves, hence without separators. */
function size(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}

const clauses: Sentences<FlawCause> = {
  // the presentation language of TLS
  'length below least': ({ length, least }) => `the length is ${length}, at least ${least} is demanded`,
  'length above most': ({ length, most }) => `the length is ${length}, at most ${most} is allowed`,
  'length beyond the end': ({ length, left }) => `the length says ${size(length)}, but only ${left} follow`,
  'too few bytes': ({ needed, left }) =>
    `needs ${size(needed)}, but ${left === 0 ? 'none is' : `only ${left} are`} left`,
  'bytes left over': ({ bytes }) => `${size(bytes)} too many at the end`,
  'no content type': () => 'nothing but zeros: no content type',
  // identifiers and lengths of DER
  'no header': () => 'the bytes end before a tag and a length',
  'long tag': () => 'a tag number above 30 does not occur here',
  'indefinite length': () => 'DER forbids the indefinite length',
  'length of a length': ({ bytes }) => `a length of ${bytes} bytes is beyond all reason`,
  'length cut off': () => 'the bytes end inside a length',
  'long form of a length': () => 'DER demands the shortest form of a length',
  'larger than its holder': ({ bytes }) => `the element is ${bytes} bytes longer than what holds it`,
  'bytes missing': ({ bytes }) => `${bytes} bytes are missing at the end`,
  'bytes after the end': ({ bytes }) => `${bytes} bytes follow where nothing should`,
  // elements
  'element missing': ({ of }) => `${element(of)} is missing`,
  'element out of place': () => 'an element that does not belong here',
  'other tag': ({ of, wanted, found }) => `${element(of)} should be ${tagName(wanted)}, but is ${tagName(found)}`,
  // values
  'arc with a zero': () => 'an arc of the object identifier starts with a needless zero',
  'arc too large': () => 'an arc of the object identifier is beyond all reason',
  'arc cut off': () => 'the object identifier ends too early',
  'no boolean': () => 'a BOOLEAN in DER is one byte, 00 or FF',
  'empty integer': () => 'an INTEGER has at least one byte',
  'long form of an integer': () => 'DER demands the shortest form of an INTEGER',
  'negative integer': () => 'the INTEGER must not be negative',
  'count of unused bits': () => 'the count of unused bits is wrong',
  'unused bits set': () => 'DER demands that unused bits are zero',
  'bits of no byte': () => 'a whole number of bytes is expected here',
  // RSASSA-PSS
  'unknown mask': ({ oid }) => `${oid} is no mask generation function that we know`,
  'mask without a hash': () => 'MGF1 needs a hash',
  // certificates and lists of revoked ones
  'unknown version': ({ version }) => `${version} is no version of certificates; 2 stands for version 3`,
  'version without extensions': ({ version }) => `a certificate of version ${version} can’t have extensions`,
  'version of a list': () => 'a CertificateList has version 1 or 2',
  'kind of time': ({ found }) => `a time should be UTCTime or GeneralizedTime, but is ${tagName(found)}`,
  'form of time': ({ text, form }) => `the time “${text}” is not in the form ${form}`,
  'no such time': ({ text }) => `the time “${text}” does not exist`,
  // extensions
  'no extensions': () => 'the list of extensions must not be empty',
  'default written out': ({ of }) => `DER leaves out a ${of} that is FALSE`,
  'empty list': ({ of }) => `${element(of)} must name at least one thing`,
  'no usage': () => 'at least one bit must be set',
  'no constraint': () => 'it must permit or exclude something',
  'half an issuer': () => 'authorityCertIssuer and authorityCertSerialNumber go together',
  // names
  'kind of name': ({ found }) => `a GeneralName can’t be ${tagName(found)}`,
  'not ASCII': ({ of }) => `the ${of} is not plain ASCII`,
  'length of an address': () => 'an iPAddress has 4 or 16 bytes',
  'length of a subnet': () => 'an iPAddress constraint has an address and a mask, 8 or 32 bytes',
  'gaps in a mask': () => 'the mask of an iPAddress constraint has gaps',
  // private keys
  'kind of key': ({ kind }) => `keys of the kind ${kind} are not supported; RSA, P-256, P-384 and Ed25519 are`,
  'length of a seed': ({ length }) => `an Ed25519 key has ${length} bytes`,
  'length of a scalar': ({ curve, length }) => `a key on ${curve} has ${length} bytes`,
  'no curve': () => 'the key does not name its curve',
  'unsupported curve': ({ curve }) => `the curve ${curve} is not supported; P-256 and P-384 are`,
  'several primes': () => 'RSA keys of more than two primes are not supported',
  'primes of another key': () => 'the primes do not multiply to the modulus',
  // containers
  'blocks not whole': () => 'the blocks are not whole',
  'wrong padding': () => 'the padding does not fit',
  'kind of bag': ({ kind }) => `the bag holds ${kind}`,
};
