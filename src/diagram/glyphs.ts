// The small drawn signs, as SVG paths around (0, 0) in px at natural size. They repeat in form what colour says.
// It must not know where they stand or in which colour.

export type GlyphName =
  | 'toRight'
  | 'toLeft'
  | 'lockOutlined'
  | 'lockSolid'
  | 'key'
  | 'check'
  | 'cross'
  | 'ring'
  | 'brokenSeal'
  | 'envelope'
  | 'postcard'
  | 'tampered';

const shackle = 'M-3.9,-1V-3.2A3.9,3.9 0 0 1 3.9,-3.2V-1H2.4V-3.2A2.4,2.4 0 0 0 -2.4,-3.2V-1Z';
const body = 'M-4.4,-1H4.4A1,1 0 0 1 5.4,0V5A1,1 0 0 1 4.4,6H-4.4A1,1 0 0 1 -5.4,5V0A1,1 0 0 1 -4.4,-1Z';
const card = 'M-8,-5.5H8V5.5H-8Z';

/** Path data by name. Filled: arrowheads, locks, the broken seal; the others are strokes. */
export const glyphs: Readonly<Record<GlyphName, string>> = {
  toRight: 'M0,0L-9.5,-4.3L-8,0L-9.5,4.3Z',
  toLeft: 'M0,0L9.5,-4.3L8,0L9.5,4.3Z',
  lockOutlined: `${shackle}${body}M-4,0.4V4.6H4V0.4Z`,
  lockSolid: `${shackle}${body}`,
  key: 'M-4.9,0A2.2,2.2 0 1 1 -0.5,0A2.2,2.2 0 1 1 -4.9,0M-0.5,0H5.1V2.4M2.6,0V1.9',
  check: 'M-3.8,0.4L-1.2,3L3.8,-3.2',
  cross: 'M-3,-3L3,3M3,-3L-3,3',
  ring: 'M-2.2,0A2.2,2.2 0 1 1 2.2,0A2.2,2.2 0 1 1 -2.2,0',
  brokenSeal:
    'M-1.3,-6A6.1,6.1 0 0 0 -2.3,5.8L-0.6,3.2L-2.5,1L-0.4,-1.6L-2,-3.6Z' +
    'M1.5,-6.2A6.1,6.1 0 0 1 0.6,6L2.2,3.3L0.4,1.1L2.4,-1.5L0.8,-3.6Z',
  envelope: `${card}M-8,-5.5L0,1L8,-5.5`,
  postcard: `${card}M-5,-1.5H0.5M-5,1.8H-1.5M3.2,-2.8H5.4V-0.2H3.2Z`,
  tampered: 'M0,-7.5L7.5,0L0,7.5L-7.5,0ZM-3.4,1.2L-1.2,-1.8L1.2,1.8L3.4,-1.2',
};
