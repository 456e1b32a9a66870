// The codecs by themselves, for whoever reads or writes messages without being an endpoint.

export {
  certificateRequestExtensions,
  clientHelloExtensions,
  encryptedExtensions,
  extension,
  serverHelloExtensions,
} from './extension.ts';
export {
  type Body,
  type Dialect,
  decodeMessage,
  encodeMessage,
  type Message,
  messageName,
  RETRY_RANDOM,
  type Spoken,
} from './message.ts';
export { encodeRecord, HEADER } from './record.ts';
