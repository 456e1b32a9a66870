// What becomes of a client's certificate on its way through a proxy: both connections in one order, as a picture and in words. Comes when
// somebody looks at it.

export { toPcapngOfBoth } from './capture.ts';
export { lensesOf } from './eyes.ts';
export { knownIn, saidIn } from './known.ts';
export { cursorIn, type Half, passagesOf } from './passages.ts';
export { proxiedModel } from './picture.ts';
export { proxiedSpoken } from './spoken.ts';
