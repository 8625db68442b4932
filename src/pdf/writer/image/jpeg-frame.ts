/** One colour channel of a JPEG file while it is decoded. */
export interface JpegComponent {
  readonly id: number;
  /** Sampling factors. */
  readonly h: number;
  readonly v: number;
  readonly quantisation: number;
  /** Blocks across and down, those beyond the edge that interleaved scans hold included. */
  readonly across: number;
  readonly down: number;
  /** Coefficients, 64 a block, in the order of the block's rows. */
  readonly coefficients: Int16Array;
}

export interface JpegFrame {
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  readonly hMax: number;
  readonly vMax: number;
  readonly components: readonly JpegComponent[];
}

/** A whole file with its coefficients; `transform` is what the Adobe marker says of its colours. */
export interface JpegImage {
  readonly frame: JpegFrame;
  readonly quantisation: ReadonlyMap<number, Uint16Array>;
  readonly transform: number | undefined;
}

/** Order in which a block's coefficients are stored. Source: ITU-T T.81 A.3.6. */
export const ZIGZAG = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
]);
