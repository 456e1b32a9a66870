// OpenSSL's reasons for refusing a certificate, X509_V_ERR_…: a closed list, by number, name and text. Data, and the forms in which
// programs print the number. Texts from crypto/x509/x509_txt.c of 3.0.22, printed by X509_verify_cert_error_string; names from
// include/openssl/x509_vfy.h. Where 1.0 and 1.1 have other texts, both.

import type { Cause } from '../../pki/index.ts';
import type { Remark, Unplayed } from './remark.ts';
import { refusalFor, type Saying, type Spelling, weights } from './spelling.ts';

/** Number, name, texts, and which checks fail; or why nothing here fails so. */
type Row = readonly [
  number: number,
  name: string,
  texts: readonly string[],
  checks: readonly Cause[],
  remark?: Unplayed | undefined,
  /** Entries that show just this. */
  shownBy?: readonly string[],
];

const purpose: readonly Cause[] = ['wrong-usage', 'no-digital-signature', 'ca-as-leaf'];

/** All there are; 0 is success, and 24 was “invalid CA certificate” before 3.0. */
export const verifyErrors: readonly Row[] = [
  [1, 'UNSPECIFIED', ['unspecified certificate verification error'], [], 'program'],
  // The issuer of a certificate that itself was found: where only an intermediate is trusted, or where the chain may not be that deep.
  [
    2,
    'UNABLE_TO_GET_ISSUER_CERT',
    ['unable to get issuer certificate'],
    ['no-issuer', 'too-complex', 'path-too-long'],
    undefined,
    ['intermediate-as-anchor', 'verify-depth-exceeded'],
  ],
  [3, 'UNABLE_TO_GET_CRL', ['unable to get certificate crl'], ['no-revocation-list']],
  [4, 'UNABLE_TO_DECRYPT_CERT_SIGNATURE', ["unable to decrypt certificate's signature"], ['bad-signature']],
  [5, 'UNABLE_TO_DECRYPT_CRL_SIGNATURE', ["unable to decrypt crl's signature"], ['bad-revocation-list']],
  [6, 'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', ['unable to decode issuer public key'], [], 'key-form'],
  [7, 'CERT_SIGNATURE_FAILURE', ['certificate signature failure'], ['bad-signature']],
  [8, 'CRL_SIGNATURE_FAILURE', ['crl signature failure'], ['bad-revocation-list']],
  [9, 'CERT_NOT_YET_VALID', ['certificate is not yet valid'], ['not-yet-valid']],
  [10, 'CERT_HAS_EXPIRED', ['certificate has expired'], ['expired']],
  [11, 'CRL_NOT_YET_VALID', ['crl is not yet valid'], ['revocation-list-not-yet-valid']],
  [12, 'CRL_HAS_EXPIRED', ['crl has expired'], ['revocation-list-outdated']],
  [13, 'ERROR_IN_CERT_NOT_BEFORE_FIELD', ["format error in certificate's notbefore field"], ['malformed']],
  [14, 'ERROR_IN_CERT_NOT_AFTER_FIELD', ["format error in certificate's notafter field"], ['malformed']],
  [15, 'ERROR_IN_CRL_LAST_UPDATE_FIELD', ["format error in crl's lastupdate field"], [], 'crl-form'],
  [16, 'ERROR_IN_CRL_NEXT_UPDATE_FIELD', ["format error in crl's nextupdate field"], [], 'crl-form'],
  [17, 'OUT_OF_MEM', [], [], 'program'],
  [18, 'DEPTH_ZERO_SELF_SIGNED_CERT', ['self-signed certificate', 'self signed certificate'], ['self-signed']],
  [
    19,
    'SELF_SIGNED_CERT_IN_CHAIN',
    ['self-signed certificate in certificate chain', 'self signed certificate in certificate chain'],
    ['no-issuer'],
  ],
  [20, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', ['unable to get local issuer certificate'], ['no-issuer']],
  [21, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', ['unable to verify the first certificate'], ['no-issuer']],
  [
    22,
    'CERT_CHAIN_TOO_LONG',
    ['certificate chain too long'],
    ['too-complex', 'path-too-long'],
    undefined,
    ['verify-depth-exceeded'],
  ],
  [23, 'CERT_REVOKED', ['certificate revoked'], ['revoked']],
  [24, 'NO_ISSUER_PUBLIC_KEY', ["issuer certificate doesn't have a public key"], [], 'key-form'],
  [25, 'PATH_LENGTH_EXCEEDED', ['path length constraint exceeded'], ['path-too-long']],
  [26, 'INVALID_PURPOSE', ['unsuitable certificate purpose', 'unsupported certificate purpose'], purpose],
  [27, 'CERT_UNTRUSTED', ['certificate not trusted'], ['no-issuer']],
  [28, 'CERT_REJECTED', [], [], 'rejected'],
  [29, 'SUBJECT_ISSUER_MISMATCH', ['subject issuer mismatch'], ['no-issuer']],
  [30, 'AKID_SKID_MISMATCH', ['authority and subject key identifier mismatch'], ['key-identifier']],
  [31, 'AKID_ISSUER_SERIAL_MISMATCH', ['authority and issuer serial number mismatch'], ['key-identifier']],
  [32, 'KEYUSAGE_NO_CERTSIGN', ['key usage does not include certificate signing'], ['issuer-may-not-sign']],
  [33, 'UNABLE_TO_GET_CRL_ISSUER', ['unable to get crl issuer certificate'], [], 'crl-issuer'],
  [34, 'UNHANDLED_CRITICAL_EXTENSION', ['unhandled critical extension'], ['unknown-critical-extension']],
  [35, 'KEYUSAGE_NO_CRL_SIGN', ['key usage does not include crl signing'], ['bad-revocation-list']],
  [36, 'UNHANDLED_CRITICAL_CRL_EXTENSION', ['unhandled critical crl extension'], [], 'crl-form'],
  [37, 'INVALID_NON_CA', ['invalid non-ca certificate (has ca markings)'], ['ca-as-leaf']],
  [38, 'PROXY_PATH_LENGTH_EXCEEDED', ['proxy path length constraint exceeded'], [], 'proxy-certificate'],
  [39, 'KEYUSAGE_NO_DIGITAL_SIGNATURE', ['key usage does not include digital signature'], ['no-digital-signature']],
  [40, 'PROXY_CERTIFICATES_NOT_ALLOWED', ['proxy certificates not allowed'], [], 'proxy-certificate'],
  [41, 'INVALID_EXTENSION', ['invalid or inconsistent certificate extension'], ['malformed']],
  [42, 'INVALID_POLICY_EXTENSION', ['invalid or inconsistent certificate policy extension'], [], 'policy'],
  [43, 'NO_EXPLICIT_POLICY', ['no explicit policy'], [], 'policy'],
  [44, 'DIFFERENT_CRL_SCOPE', ['different crl scope'], [], 'crl-scope'],
  [45, 'UNSUPPORTED_EXTENSION_FEATURE', ['unsupported extension feature'], ['malformed']],
  [46, 'UNNESTED_RESOURCE', ["rfc 3779 resource not subset of parent's resources"], [], 'resources'],
  [47, 'PERMITTED_VIOLATION', ['permitted subtree violation'], ['name-not-permitted']],
  [48, 'EXCLUDED_VIOLATION', ['excluded subtree violation'], ['name-excluded']],
  [49, 'SUBTREE_MINMAX', ['name constraints minimum and maximum not supported'], [], 'constraint-form'],
  [50, 'APPLICATION_VERIFICATION', ['application verification failure'], [], 'program'],
  [51, 'UNSUPPORTED_CONSTRAINT_TYPE', ['unsupported name constraint type'], ['unsupported-constraint']],
  [52, 'UNSUPPORTED_CONSTRAINT_SYNTAX', ['unsupported or invalid name constraint syntax'], [], 'constraint-form'],
  [53, 'UNSUPPORTED_NAME_SYNTAX', ['unsupported or invalid name syntax'], [], 'constraint-form'],
  [54, 'CRL_PATH_VALIDATION_ERROR', ['crl path validation error'], [], 'crl-issuer'],
  [55, 'PATH_LOOP', ['path loop'], [], 'loop'],
  [56, 'SUITE_B_INVALID_VERSION', ['suite b: certificate version invalid'], [], 'suite-b'],
  [57, 'SUITE_B_INVALID_ALGORITHM', ['suite b: invalid public key algorithm'], [], 'suite-b'],
  [58, 'SUITE_B_INVALID_CURVE', ['suite b: invalid ecc curve'], [], 'suite-b'],
  [59, 'SUITE_B_INVALID_SIGNATURE_ALGORITHM', ['suite b: invalid signature algorithm'], [], 'suite-b'],
  [60, 'SUITE_B_LOS_NOT_ALLOWED', ['suite b: curve not allowed for this los'], [], 'suite-b'],
  [61, 'SUITE_B_CANNOT_SIGN_P_384_WITH_P_256', ['suite b: cannot sign p-384 with p-256'], [], 'suite-b'],
  [62, 'HOSTNAME_MISMATCH', ['hostname mismatch'], ['name-mismatch']],
  [63, 'EMAIL_MISMATCH', ['email address mismatch'], [], 'email'],
  [64, 'IP_ADDRESS_MISMATCH', ['ip address mismatch'], ['name-mismatch']],
  [65, 'DANE_NO_MATCH', ['no matching dane tlsa records'], [], 'dane'],
  [66, 'EE_KEY_TOO_SMALL', ['ee certificate key too weak'], ['weak-key']],
  [67, 'CA_KEY_TOO_SMALL', ['ca certificate key too weak'], ['weak-key']],
  [68, 'CA_MD_TOO_WEAK', ['ca signature digest algorithm too weak'], ['weak-digest']],
  [69, 'INVALID_CALL', ['invalid certificate verification context'], [], 'program'],
  [70, 'STORE_LOOKUP', ['issuer certificate lookup error'], [], 'lookup'],
  [71, 'NO_VALID_SCTS', ['certificate transparency required, but no valid scts found'], [], 'transparency'],
  [72, 'PROXY_SUBJECT_NAME_VIOLATION', ['proxy subject name violation'], [], 'proxy-certificate'],
  [73, 'OCSP_VERIFY_NEEDED', ['ocsp verification needed'], [], 'ocsp'],
  [74, 'OCSP_VERIFY_FAILED', ['ocsp verification failed'], [], 'ocsp'],
  [75, 'OCSP_CERT_UNKNOWN', ['ocsp unknown cert'], [], 'ocsp'],
  [76, 'UNSUPPORTED_SIGNATURE_ALGORITHM', ['cannot find certificate signature algorithm'], ['unsupported-signature']],
  [
    77,
    'SIGNATURE_ALGORITHM_MISMATCH',
    ['subject signature algorithm and issuer public key algorithm mismatch'],
    [],
    'mismatched-algorithms',
  ],
  [
    78,
    'SIGNATURE_ALGORITHM_INCONSISTENCY',
    ['cert info signature and signature algorithm mismatch'],
    [],
    'mismatched-algorithms',
  ],
  [79, 'INVALID_CA', ['invalid ca certificate'], ['issuer-not-ca']],
  [80, 'PATHLEN_INVALID_FOR_NON_CA', ['path length invalid for non-ca cert'], [], 'strict-form'],
  [81, 'PATHLEN_WITHOUT_KU_KEY_CERT_SIGN', ['path length given without key usage keycertsign'], [], 'strict-form'],
  [82, 'KU_KEY_CERT_SIGN_INVALID_FOR_NON_CA', ['key usage keycertsign invalid for non-ca cert'], [], 'strict-form'],
  [83, 'ISSUER_NAME_EMPTY', ['issuer name empty'], [], 'strict-form'],
  [84, 'SUBJECT_NAME_EMPTY', ['subject name empty'], [], 'strict-form'],
  [85, 'MISSING_AUTHORITY_KEY_IDENTIFIER', ['missing authority key identifier'], [], 'strict-form'],
  [86, 'MISSING_SUBJECT_KEY_IDENTIFIER', ['missing subject key identifier'], [], 'strict-form'],
  [87, 'EMPTY_SUBJECT_ALT_NAME', ['empty subject alternative name extension'], [], 'strict-form'],
  [
    88,
    'EMPTY_SUBJECT_SAN_NOT_CRITICAL',
    ['subject empty and subject alt name extension not critical'],
    [],
    'strict-form',
  ],
  [89, 'CA_BCONS_NOT_CRITICAL', ['basic constraints of ca cert not marked critical'], [], 'strict-form'],
  [90, 'AUTHORITY_KEY_IDENTIFIER_CRITICAL', ['authority key identifier marked critical'], [], 'strict-form'],
  [91, 'SUBJECT_KEY_IDENTIFIER_CRITICAL', ['subject key identifier marked critical'], [], 'strict-form'],
  [92, 'CA_CERT_MISSING_KEY_USAGE', ['ca cert does not include key usage extension'], [], 'strict-form'],
  [93, 'EXTENSIONS_REQUIRE_VERSION_3', ['using cert extension requires at least x509v3'], [], 'strict-form'],
  [94, 'EC_KEY_EXPLICIT_PARAMS', ['certificate public key has explicit ecc parameters'], [], 'explicit-curve'],
  // OpenSSL 3.2.
  [95, 'RPK_UNTRUSTED', ['raw public key untrusted, no trusted keys configured'], [], 'raw-key'],
];

function sayingOf([, , , checks, remark, shownBy]: Row): Saying {
  return { ...refusalFor(checks), ...(remark && { remark: remark as Remark }), ...(shownBy && { shownBy }) };
}

/** Words that others use, too: they count only where a program prints them as the reason. */
const common: readonly (readonly [number: number, text: string])[] = [
  [17, 'out of memory'],
  [28, 'certificate rejected'],
];

/** What a number stands for, where the text beside it tells nothing. 24 stands for two things; before 3.0 it was the common one. */
function sayingOfNumber(number: number): Saying | undefined {
  const row = verifyErrors.find(([each]) => each === (number === 24 ? 79 : number));
  return row && sayingOf(row);
}

/**
 * How programs print the number: s_client and s_server (`verify error:num=20:`, `Verify return code: 20`), `openssl verify` (`error 20 at 0 depth`),
 * Apache (`Error (20):`), nginx (`verify error: (20:`), uWSGI (`num=20`), HAProxy's %[ssl_c_verify] (`verify:20`), curl (`verify result: … (20)`),
 * libraries (`X509_V_ERR 20`, `verify_result 20`).
 */
const printed =
  /(?:\bverify error: ?num=|\bnum=|\bverify return code: ?|\berror (?=\d{1,2} at \d{1,2} depth)|\bcertificate verification: error \(|\bverify error: ?\(|\bssl (?:c|client) verify[=: "']{1,3}|\bssl [cf](?: ca)? err[=: "']{1,3}|\bverify:|\bx509 v err[ =:(]{1,2}|\bverify (?:result|err|error|code)[ =:(]{1,3}|\bcertificate verify result: ?[^\n(]{0,60}\()(\d{1,2})\b/g;

export const verifySpellings: readonly Spelling[] = [
  ...verifyErrors.flatMap((row): Spelling[] => {
    const [number, name, texts] = row;
    const says = sayingOf(row);
    const rejected = common.flatMap(([of, text]) =>
      of === number ? [new RegExp(`\\bverif[a-z]{0,9}[^\\n]{0,60}[ :(]${text}\\b`, 'g')] : [],
    );
    // Node.js uses the names as its codes (src/crypto/crypto_common.cc). A name of one word is nobody's alone.
    const names = name.includes('_') ? [name, `X509_V_ERR_${name}`] : [`X509_V_ERR_${name}`];
    return [...texts, ...names, ...rejected].map((find) => ({
      program: 'OpenSSL',
      find,
      says,
      weight: weights.reason,
    }));
  }),
  {
    program: 'OpenSSL',
    find: printed,
    says: ([, number]) => sayingOfNumber(Number(number)),
    weight: weights.reason,
  },
];
