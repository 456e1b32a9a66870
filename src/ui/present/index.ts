// What is there while somebody presents, loaded when they begin.

export { Present } from './Present.tsx';
