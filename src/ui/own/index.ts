// The part of the page for those who bring certificates of their own. It comes with the first of them.

export { OwnBytes } from './OwnBytes.tsx';
export { OwnMark } from './OwnMark.tsx';
export { OwnPane } from './OwnPane.tsx';
export { prepare, receive } from './session.ts';
