// Certificates: parsing, judging, minting, PEM, and the demo PKI. Upper layers import from here only.

// Nothing is taken from it: it adds causes to those of the bytes.
import type {} from './flaws.ts';

export type { Certificate } from './certificate.ts';
export { parseCertificate } from './certificate.ts';
export type {
  Cause,
  CertificateAlert,
  Check,
  CheckId,
  FailedCheck,
  Profile,
  Verdict,
  WarnedCheck,
} from './check.ts';
export { alertOf, isFailed } from './check.ts';
export type { Crl } from './crl.ts';
export type { Defect } from './defect.ts';
export type { DemoKind, DemoPki, Identity, Shown } from './demo.ts';
export { demoPki } from './demo.ts';
export type { KeyUsage, NameConstraints } from './extension.ts';
export { signing } from './form-checks.ts';
export { ipBytes } from './general-name.ts';
export { isDnsName } from './host-name.ts';

export type { Signer, Template } from './mint.ts';
export { mint, signatureSpoiled } from './mint.ts';
export { nameIn, sameName } from './name.ts';
export type { PemFlaw } from './pem.ts';
export { certificatesFromPem, PkiFault, parsePem, privateKeyFromPem, privateKeyToPem, toPem } from './pem.ts';
export { premade } from './premade/index.ts';
export type { KeyTitle } from './public-key.ts';
export { writePublicKey } from './public-key.ts';
export type {
  CheckReason,
  CheckValue,
  ConstrainedName,
  SignatureRefusal,
  Violation,
} from './reason.ts';
export { hasWeakDigest, type SigningMeans } from './signature.ts';
export { type KeyUse, titleOf } from './spot.ts';
export type { ChainInput } from './verify.ts';
export { verifyChain } from './verify.ts';
