// A run as files that other programs read: a capture, a key log. Without any words: those come from whoever asks.

export { captureOf } from './capture.ts';
export { keyLog } from './keylog.ts';
export type { Loaded } from './loads.ts';
export type { Packet } from './packets.ts';
