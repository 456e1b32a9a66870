// Files as people have them: PEM, DER, PKCS#12, PKCS#7, Java's stores, under a password or not. Loaded by whoever opens one.

export { fromBer, wholeElement } from './ber.ts';
export { FileFault, type FileFlaw, type KeyRefusal, type Remark, type Stranger } from './flaw.ts';
export type { Item } from './item.ts';
export { LARGEST, type Opened, openFile } from './open.ts';
