// The door of what makes a package for learning platforms out of a lesson. Apart from the rest: only who makes lessons needs it.

export { packageOf } from './package.ts';
