// A run as files that other programs read: a capture, a key log. Without any words: those come from whoever asks.

export { captureOf } from './capture.ts';
export { type Commands, commandsOf, type FileText, type SideCommands, type Unplayed } from './commands.ts';
export { keyLog } from './keylog.ts';
export { type Loaded, loads } from './loads.ts';
export type { Packet } from './packets.ts';
