// The styles of this part, which come with it.

import { useLateStyles } from '../parts/late-styles.ts';
import text from './own.css?inline';

/** Has the document wear them. */
export function useStyles(): void {
  useLateStyles(text);
}
