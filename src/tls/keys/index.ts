// The key schedules of both versions, and what is signed with their help, for whoever makes their values again or tells of them without
// being an endpoint. Making up a secret is not offered.

export { groupOf, schemeOf } from './code.ts';
export { keyLogLabel } from './keylog.ts';
export { secretName } from './name.ts';
export { signedContent } from './proofs.ts';
export { signedParams } from './proofs12.ts';
export { expandLabel, hkdfLabel } from './schedule.ts';
export { VERIFY_LENGTH, verifyData12 } from './schedule12.ts';
export type {
  Agreed,
  Authenticated,
  Expanded,
  Extracted,
  FromPrf,
  Secret,
  SecretId,
  Share,
  TrafficId,
  Zeros,
} from './secret.ts';
export { suites13 } from './suite.ts';
export { digest, retried, type Transcript } from './transcript.ts';
