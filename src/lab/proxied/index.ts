// The two connections that a proxy makes out of one. Loaded by whoever looks at them.

export { captureOfStreams } from './capture.ts';
export { headerOf } from './http.ts';
export { type Proxied, proxied } from './proxied.ts';
export { answering, backOf, frontOf } from './scenarios.ts';
export { type Way, ways } from './way.ts';
