// A lesson as a package for learning platforms: a zip with one page and a manifest. It must not know where the page is from, nor where the zip
// goes.

import { zipSync } from 'fflate';
import { fromText, toHex } from '../../bytes/index.ts';
import { sha256 } from '../../crypto/index.ts';
import type { Enclosed } from '../platform/index.ts';
import { manifestOf } from './manifest.ts';
import { withLesson } from './page.ts';

/** What a package is made of. */
export interface Wish extends Enclosed {
  /** Of the lesson, as plain text. */
  readonly title: string;
  /** The page that holds everything: `countersign.html`. */
  readonly page: string;
}

const page = 'index.html';

/** Any time: the same lesson makes the same package. Zips know none before 1980. */
const mtime = new Date(2000, 0, 1);

/** The bytes of a SCORM 1.2 package. @throws RangeError when the page is not the one that holds everything */
export function packageOf({ title, page: whole, ...enclosed }: Wish): Uint8Array {
  const identifier = `countersign-${toHex(sha256.digest(fromText(enclosed.lesson))).slice(0, 16)}`;
  const manifest = manifestOf({
    title,
    identifier,
    page,
    ...(enclosed.mastery !== undefined && { mastery: enclosed.mastery }),
  });
  const files = { 'imsmanifest.xml': fromText(manifest), [page]: fromText(withLesson(whole, enclosed)) };
  return zipSync(files, { level: 9, mtime });
}
