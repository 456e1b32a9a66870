// What is wrong between a lesson and the learning platform around it, where its reader looks. It must not know what was to be recorded.

import { useSyncExternalStore } from 'react';
import { useLateStyles } from '../parts/late-styles.ts';
import styles from './platform.css?inline';
import { news } from './platform.ts';

/** What is wrong, in a sentence; undefined while nothing is. */
export function usePlatformNews(): string | undefined {
  return useSyncExternalStore(news.subscribe, news.now);
}

/** A sentence while something is wrong. */
export function PlatformNews() {
  useLateStyles(styles);
  return (
    <p role="status" className="platform-news">
      {usePlatformNews()}
    </p>
  );
}
