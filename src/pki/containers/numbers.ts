// Object identifiers of PKCS#5 and PKCS#12 that reading and writing share (RFC 7292, RFC 8018). Data only.

export const DATA = '1.2.840.113549.1.7.1';
export const ENCRYPTED = '1.2.840.113549.1.7.6';
/** The kind of a bag is one more number after this. */
export const BAGS = '1.2.840.113549.1.12.10.1';
export const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
export const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
/** trustedKeyUsage of Oracle: a certificate that a store of Java’s holds to be trusted. */
export const ORACLE_TRUSTED = '2.16.840.1.113894.746875.1.1';
export const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
export const X509_CRL = '1.2.840.113549.1.9.23.1';
export const PBMAC1 = '1.2.840.113549.1.5.14';
export const PBES2 = '1.2.840.113549.1.5.13';
export const PBKDF2 = '1.2.840.113549.1.5.12';
export const HMAC_SHA256 = '1.2.840.113549.2.9';
export const AES_256_CBC = '2.16.840.1.101.3.4.1.42';
/** pbeWithSHAAnd3-KeyTripleDES-CBC. */
export const TRIPLE_DES = '1.2.840.113549.1.12.1.3';
