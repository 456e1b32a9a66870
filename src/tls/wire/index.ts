// The codecs by themselves, for whoever reads or writes messages without being an endpoint.

export {
  certificateRequestExtensions,
  clientHelloExtensions,
  extension,
  serverHelloExtensions,
} from './extension.ts';
export {
  type Body,
  type Dialect,
  decodeMessage,
  encodeMessage,
  isDowngraded,
  type Message,
  messageName,
  RETRY_RANDOM,
  randomOf,
  type Spoken,
} from './message.ts';
export { encodeRecord, HEADER } from './record.ts';
