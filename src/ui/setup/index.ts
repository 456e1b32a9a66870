// What plays an exhibit by itself, for those who asked for that.

export { Autoplay } from './Autoplay.tsx';
