// The door of what a page does that carries a lesson, in a learning platform.

export { PlatformNews, usePlatformNews } from './PlatformNews.tsx';
export { carried, carriedName, record, recordOf } from './platform.ts';
