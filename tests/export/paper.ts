// Reads what is printed: the words of a PDF with their places. It must not know what they say.

import { getDocumentProxy } from 'unpdf';

/** A piece of a line. */
export interface Word {
  readonly text: string;
  /** Of its baseline's ends, in points from the sheet's lower left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the letters, in points. */
  readonly size: number;
}

export interface Sheet {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** In the order in which they are drawn. */
  readonly words: readonly Word[];
  /** All of it, without blanks: where a line ends is the browser's to know. */
  readonly text: string;
}

/** The sheets of a file that a browser has printed. */
export async function sheetsOf(pdf: Uint8Array): Promise<readonly Sheet[]> {
  const file = await getDocumentProxy(new Uint8Array(pdf));
  const numbers = Array.from({ length: file.numPages }, (_, at) => at + 1);
  const sheets = await Promise.all(
    numbers.map(async (number) => {
      const page = await file.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const words = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [wordOf(item)] : []));
      return { width, height, words, text: bare(words.map(({ text }) => text).join('')) };
    }),
  );
  await file.destroy();
  return sheets;
}

/** A text as it is in `Sheet`. */
export function bare(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function wordOf(item: { str: string; transform: readonly number[]; width: number }): Word {
  const [, , , size = 0, x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, size };
}
