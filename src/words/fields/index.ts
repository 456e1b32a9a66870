// What the fields of messages, records and certificates mean, by their paths.

export { authenticationFields } from './authentication.ts';
export { certificateFields } from './certificate.ts';
export { containerFields } from './containers.ts';
export { extensionFields } from './extensions.ts';
export { helloFields, messageLength } from './hellos.ts';
export { commonFields, recordFields } from './records.ts';
export { tls12Fields } from './tls12.ts';
