import { type Diagnostic, type Drawing, diagnose, InternalError, type Lang } from '../../../core/index.ts';
import type { FontBook } from '../../../fonts/types.ts';
import type { PlacedImage } from '../../placed.ts';
import type { ObjectFile, ObjectId } from '../file/object-file.ts';
import { writeJpeg, writePng } from '../image/image-objects.ts';
import { readJpeg } from '../image/jpeg.ts';
import { readPng } from '../image/png.ts';
import type { PictureFile, WriteInput } from '../input.ts';
import { svgDrawing } from '../svg/svg-drawing.ts';
import type { ContentStream } from './content-stream.ts';
import type { Frame } from './frame.ts';
import { shapeLabel } from './label.ts';
import type { Pictures } from './pictures.ts';
import type { Separation } from './separation.ts';

/** Paints picture files: images as they are, SVG as drawings. */
export interface AssetPainter {
  paint(content: ContentStream, item: PlacedImage, lang: Lang | undefined, frame: Frame): void;
  /** C022: a file that cannot be read, or holds what cannot be set. */
  readonly diagnostics: readonly Diagnostic[];
}

type Opened = { readonly image: ObjectId } | { readonly drawing: Drawing } | undefined;

/** Opens each asset once, when it is first painted. */
export function createAssetPainter(
  file: ObjectFile,
  { assets, variant, fonts: book }: Pick<WriteInput, 'assets' | 'variant' | 'fonts'>,
  pictures: Pictures,
  separation: Separation,
): AssetPainter {
  const opened = new Map<string, Opened>();
  const diagnostics: Diagnostic[] = [];
  const print = variant === 'print' ? separation : undefined;
  const refuse = (id: string, message: string, hint: string): undefined => {
    const origin = assets.get(id)?.origin;
    diagnostics.push(
      diagnose('C022', message, { item: id, hints: [hint], ...(origin === undefined ? {} : { origin }) }),
    );
    return undefined;
  };

  const open = (id: string, asset: PictureFile, lang: Lang): Opened => {
    const kind = pictureKind(asset.bytes);
    if (kind === 'svg') {
      const { drawing, problems } = svgDrawing(Buffer.from(asset.bytes).toString('utf8'), lang);
      for (const problem of [...problems, ...missingCharacters(drawing, book)])
        refuse(id, `${id}: ${problem}`, 'simplify the drawing, or save it as PNG');
      return drawing === undefined ? undefined : { drawing };
    }
    if (kind === 'png') {
      const png = readPng(asset.bytes);
      const image = png === undefined ? undefined : writePng(file, png, print);
      return image === undefined ? refuse(id, `${id} is no whole PNG file`, 'save the picture again') : { image };
    }
    const header = readJpeg(asset.bytes);
    if (header === undefined)
      return refuse(id, `${id} is no picture that can be set`, 'save it as PNG, 8-bit JPEG or SVG');
    if (variant === 'screen' && header.components === 4) {
      return refuse(id, `${id} is a CMYK JPEG, which the screen edition cannot show`, 'save it as RGB');
    }
    const image = writeJpeg(file, asset.bytes, header, print);
    return image === undefined ? refuse(id, `${id} is no whole JPEG file`, 'save the picture again') : { image };
  };

  return {
    diagnostics,
    paint(content, item, lang, frame) {
      const asset = assets.get(item.asset);
      if (asset === undefined) throw new InternalError(`the picture ${item.asset} was not handed to the writer`);
      if (!opened.has(item.asset)) opened.set(item.asset, open(item.asset, asset, lang ?? 'en'));
      const picture = opened.get(item.asset);
      if (picture === undefined) return;
      const x = frame.left + item.x;
      const top = frame.top - item.y;
      if ('image' in picture) {
        pictures.paintImage(content, picture.image, [x, top - item.height, item.width, item.height]);
      } else {
        pictures.paintDrawing(content, scaled(picture.drawing, item.width, item.height), lang, x, top);
      }
    },
  };
}

function scaled(drawing: Drawing, width: number, height: number): Drawing {
  const scale = [width / drawing.width, height / drawing.height] as const;
  return {
    width,
    height,
    ops: [
      { op: 'clip', segments: [['M', 0, 0], ['L', width, 0], ['L', width, height], ['L', 0, height], ['Z']] },
      { op: 'transform', matrix: [scale[0], 0, 0, scale[1], 0, 0] },
      ...drawing.ops,
      { op: 'restore' },
      { op: 'restore' },
    ],
  };
}

function missingCharacters(drawing: Drawing | undefined, book: FontBook): readonly string[] {
  const missing = (drawing?.ops ?? []).flatMap((op) => (op.op === 'text' ? shapeLabel(op, book).missing : []));
  return [...new Set(missing)].map((character) => `no font has the character ${character}`);
}

function pictureKind(bytes: Uint8Array): 'png' | 'jpeg' | 'svg' {
  if (bytes[0] === 0x89) return 'png';
  return bytes[0] === 0xff ? 'jpeg' : 'svg';
}
