import { type ObjectFile, type ObjectId, reference } from '../file/object-file.ts';
import { bytesString, type Syntax } from '../file/syntax.ts';
import type { Separation } from '../paint/separation.ts';
import type { JpegHeader } from './jpeg.ts';
import { decodeJpeg } from './jpeg-pixels.ts';
import { decodePng, isWhole, type Pixels, type PngFile } from './png.ts';

type Entries = Readonly<Record<string, Syntax | number | undefined>>;

/**
 * Writes a PNG file as an image; `print` says how it is separated, and is undefined for the screen. Rows without alpha go in as they are, with their filters; alpha becomes a soft mask on
 * screen and is laid on white in print, where nothing is transparent. Undefined when the data are broken.
 * Source: ISO 32000-1 8.9.5, 7.4.4.4, 11.6.5.3.
 */
export function writePng(file: ObjectFile, png: PngFile, print: Separation | undefined): ObjectId | undefined {
  const space = print === undefined ? screenSpace(png) : printSpace(png, print);
  const straight = !png.interlaced && png.transparency === undefined && png.colourType < 4;
  if (straight && space !== undefined) {
    if (!isWhole(png)) return undefined;
    const colours = png.colourType === 2 ? 3 : 1;
    const entries = imageEntries(png, png.bitDepth, space, {
      Filter: '/FlateDecode',
      DecodeParms: `<</Predictor 15/Colors ${colours}/BitsPerComponent ${png.bitDepth}/Columns ${png.width}>>`,
    });
    return file.addStream(entries, png.data, { raw: true });
  }
  const pixels = decodePng(png);
  if (pixels === undefined) return undefined;
  return print === undefined ? writeScreenPixels(file, pixels) : writeInks(file, onWhite(pixels), print);
}

/**
 * Writes a JPEG file as it is; for print decoded and separated when it is in RGB, or taken back to as much ink as paper holds
 * when it has more. Undefined when its data are broken.
 * Source: ISO 32000-1 7.4.8.
 */
export function writeJpeg(
  file: ObjectFile,
  bytes: Uint8Array,
  header: JpegHeader,
  print: Separation | undefined,
): ObjectId | undefined {
  if (print !== undefined && header.components === 3) {
    const rgb = decodeJpeg(bytes);
    if (rgb === undefined) return undefined;
    return file.addStream(imageEntries(header, 8, '/DeviceCMYK'), print.pixels(rgb));
  }
  if (print !== undefined && header.components === 4) {
    const stored = decodeJpeg(bytes);
    if (stored === undefined) return undefined;
    const inks = print.limit(header.inverted ? complement(stored) : stored);
    if (inks !== undefined) return file.addStream(imageEntries(header, 8, '/DeviceCMYK'), inks);
  }
  const space = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }[header.components];
  const entries = imageEntries(header, 8, space, {
    Filter: '/DCTDecode',
    Decode: header.inverted ? '[1 0 1 0 1 0 1 0]' : undefined,
  });
  return file.addStream(entries, bytes, { raw: true });
}

function complement(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => 255 - byte));
}

function imageEntries(
  size: { readonly width: number; readonly height: number },
  bits: number,
  space: Syntax,
  more: Entries = {},
): Entries {
  return {
    Type: '/XObject',
    Subtype: '/Image',
    Width: size.width,
    Height: size.height,
    ColorSpace: space,
    BitsPerComponent: bits,
    ...more,
  };
}

function screenSpace(png: PngFile): Syntax | undefined {
  if (png.colourType === 3) return indexed('/DeviceRGB', png.palette.toString('latin1'));
  return png.colourType === 0 ? '/DeviceGray' : '/DeviceRGB';
}

/** Full colour has to be decoded and separated; grey and palettes need not. */
function printSpace(png: PngFile, print: Separation): Syntax | undefined {
  if (png.colourType === 0) return '/DeviceGray';
  if (png.colourType !== 3) return undefined;
  const inks = print.pixels(png.palette).toString('latin1');
  return indexed('/DeviceCMYK', inks);
}

function indexed(base: Syntax, table: string): Syntax {
  const entries = table.length / (base === '/DeviceCMYK' ? 4 : 3);
  return `[/Indexed${base} ${Math.max(0, Math.floor(entries) - 1)}${bytesString(table)}]`;
}

function writeScreenPixels(file: ObjectFile, pixels: Pixels): ObjectId {
  const mask =
    pixels.alpha === undefined ? undefined : file.addStream(imageEntries(pixels, 8, '/DeviceGray'), pixels.alpha);
  const space = pixels.channels === 1 ? '/DeviceGray' : '/DeviceRGB';
  const entries = imageEntries(pixels, 8, space, { SMask: mask === undefined ? undefined : reference(mask) });
  return file.addStream(entries, pixels.colour);
}

function writeInks(file: ObjectFile, pixels: Pixels, print: Separation): ObjectId {
  if (pixels.channels === 1) return file.addStream(imageEntries(pixels, 8, '/DeviceGray'), pixels.colour);
  return file.addStream(imageEntries(pixels, 8, '/DeviceCMYK'), print.pixels(pixels.colour));
}

function onWhite(pixels: Pixels): Pixels {
  const { alpha, channels } = pixels;
  if (alpha === undefined) return pixels;
  const colour = Buffer.from(pixels.colour);
  for (let i = 0; i < colour.length; i += 1) {
    const cover = (alpha[Math.floor(i / channels)] ?? 255) / 255;
    colour[i] = Math.round((colour[i] ?? 0) * cover + 255 * (1 - cover));
  }
  return { ...pixels, colour, alpha: undefined };
}
