// Text widths without a screen: the advance widths of Atkinson Hyperlegible Next, so that a picture comes out the same in every
// browser, and where there is none. It must not know the DOM.

import type { Measure } from './scene.ts';

/** Advance widths of U+0020 to U+007E in thousandths of the size, at weight 400 and 700; between them it is a straight line. */
const regular = widths(
  '280 286 301 651 592 919 731 160 299 299 485 606 210 362 210 387 648 407 548 576 614 588 598 510 615 ' +
    '595 210 210 553 628 553 480 778 626 613 645 669 569 552 694 694 392 512 631 541 824 693 714 592 724 ' +
    '614 592 558 690 593 856 623 575 607 317 387 344 552 372 243 525 566 485 564 538 314 558 550 252 245 ' +
    '492 262 845 550 548 566 574 349 471 326 540 461 684 481 449 460 344 237 344 555',
);
const bold = widths(
  '313 303 390 765 610 969 725 210 335 335 485 595 271 373 272 440 659 440 579 600 624 608 626 537 624 ' +
    '571 272 272 569 612 569 547 781 678 643 658 689 597 566 718 701 425 561 664 552 858 717 747 629 757 ' +
    '650 610 607 686 644 886 685 650 618 340 440 344 582 400 288 552 596 510 596 563 365 593 571 300 259 ' +
    '555 318 882 571 576 596 599 376 508 376 567 530 740 540 521 506 381 254 381 537',
);

/** The same of what lies outside ASCII, one after the other. */
const others: Readonly<Record<string, readonly [regular: number, bold: number]>> = {
  '…': [670, 781],
  '·': [240, 294],
  '–': [504, 501],
  '—': [824, 832],
  '‘': [236, 269],
  '’': [236, 269],
  '“': [399, 479],
  '”': [399, 479],
  '×': [532, 536],
  '→': [1000, 1000],
  '←': [1000, 1000],
  '✓': [838, 838],
  '✕': [838, 838],
};
/** Letters of other scripts come from another typeface: as wide as they are high, at most. */
const unknown = [1000, 1000] as const;

/** Measures by table, without kerning: a line comes out up to 2 px wider than a browser sets it. */
export const tableMeasure: Measure = (text, font) => {
  const part = Math.min(1, Math.max(0, (font.weight - 400) / 300));
  let sum = 0;
  for (const letter of text) {
    const [light, heavy] = advances(letter) ?? unknown;
    sum += light + (heavy - light) * part;
  }
  return (sum * font.size) / 1000;
};

function advances(letter: string): readonly [regular: number, bold: number] | undefined {
  const index = letter.charCodeAt(0) - 0x20;
  const [light, heavy] = [regular[index], bold[index]];
  if (light !== undefined && heavy !== undefined) return [light, heavy];
  // An accent makes no letter wider.
  const bare = letter.normalize('NFD')[0] ?? letter;
  return bare === letter ? others[letter] : advances(bare);
}

function widths(table: string): readonly number[] {
  return table.split(' ').map(Number);
}
