// The key schedules of both versions, and what is signed with their help, for whoever makes their values again or tells of them without
// being an endpoint. Making up a secret is not offered.

export { keyLogLabel } from './keylog.ts';
export { signedContent } from './proofs.ts';
export { expandLabel, hkdfLabel } from './schedule.ts';
export { VERIFY_LENGTH, verifyData12 } from './schedule12.ts';
export {
  type Agreed,
  type Expanded,
  type Extracted,
  type FromPrf,
  type Secret,
  type SecretId,
  type Share,
  secretName,
  type TrafficId,
  type Zeros,
} from './secret.ts';
export { suites13 } from './suite.ts';
export { digest, retried, type Transcript } from './transcript.ts';
