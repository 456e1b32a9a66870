// Elements and members of ASN.1 in running text: the standard's own names, with the article that they need. It must not know what is wrong with them.

/** `the modulus`, `a Certificate`, `an Extension`, `BasicConstraints`. @param name the standard's */
export function element(name: string): string {
  if (bare.has(name)) return name;
  return paraphrases[name] ?? `${/^[a-z[]/.test(name) ? 'the' : indefinite(name)} ${name}`;
}

/** By how the name is spoken: capitals by themselves, as in RSAPublicKey. */
function indefinite(name: string): string {
  return /^([AEIO]|[FHLMNRSX][A-Z\d])/.test(name) ? 'an' : 'a';
}

const bare: ReadonlySet<string> = new Set([
  'AuthorityKeyIdentifier',
  'BasicConstraints',
  'KeyUsage',
  'NameConstraints',
  'RSASSA-PSS-params',
  'accessLocation',
  'accessMethod',
  'authorityInfoAccess',
  'exponent1',
  'exponent2',
  'extKeyUsage',
  'extnID',
  'extnValue',
  'notAfter',
  'notBefore',
  'prime1',
  'prime2',
  'subjectAltName',
  'thisUpdate',
]);

const paraphrases: Readonly<Record<string, string>> = {
  AttributeType: 'the attribute type',
  AttributeValue: 'the attribute value',
  CurvePrivateKey: 'the CurvePrivateKey',
  GeneralSubtrees: 'a list of subtrees',
  'HashAlgorithm.parameters': 'the parameters of a hash',
  KeyPurposeId: 'a purpose',
  SubjectPublicKeyInfo: 'the SubjectPublicKeyInfo',
  'SubjectPublicKeyInfo.algorithm': 'the algorithm of the key',
  privateKeyAlgorithm: 'the algorithm of the key',
  'revokedCertificates[]': 'a revoked certificate',
  signature: 'the signature algorithm',
  userCertificate: 'the serial number',
};
