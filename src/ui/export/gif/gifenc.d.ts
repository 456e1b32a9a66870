// The part of gifenc that is used, by the file in which its module stands: the package names only its older form.

declare module 'gifenc/dist/gifenc.esm.js' {
  /** Red, green and blue, each from 0 to 255. */
  type Palette = readonly (readonly number[])[];

  interface FrameOptions {
    /** Of the first frame: everybody's. */
    readonly palette?: Palette;
    /** In ms; a GIF counts hundredths of a second. */
    readonly delay: number;
    readonly transparent?: boolean;
    readonly transparentIndex?: number;
    /** 1: what is drawn stays. */
    readonly dispose: number;
  }

  export function GIFEncoder(): {
    writeFrame(index: Uint8Array, width: number, height: number, options: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
  export function quantize(rgba: Uint8Array | Uint8ClampedArray, colours: number): Palette;
  export function applyPalette(rgba: Uint8Array | Uint8ClampedArray, palette: Palette): Uint8Array;
}
