// What sees to it that an exhibit is shown as whoever made it wants: that it plays by itself, and that what is locked stays as it is.

export { Setup } from './Setup.tsx';
