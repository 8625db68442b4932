import type { Drawing, Lang } from '../../../core/index.ts';
import { type ObjectFile, type ObjectId, reference } from '../file/object-file.ts';
import { num, rectangle, type Syntax } from '../file/syntax.ts';
import type { ContentStream } from './content-stream.ts';
import { type DrawingTools, drawingSyntax } from './drawing.ts';

/** The drawings and images of one file. */
export interface Pictures {
  /** Says beforehand that a drawing will be painted, so that what comes often is stored once. */
  announce(drawing: Drawing, lang: Lang | undefined): void;
  /** Paints a drawing whose top left corner stands at (x, y), y upwards. */
  paintDrawing(content: ContentStream, drawing: Drawing, lang: Lang | undefined, x: number, y: number): void;
  /** Paints an image into a box given by its left bottom corner and size. */
  paintImage(content: ContentStream, image: ObjectId, box: readonly [number, number, number, number]): void;
  /** Names in the resources, and their objects. */
  readonly objects: ReadonlyMap<string, ObjectId>;
}

/** A form costs about this much in the file beside its operators, bytes; and operators shrink to about this part. */
const FORM_COST = 170;
const SHRINK = 0.3;

interface Stored {
  readonly syntax: Syntax;
  readonly drawing: Drawing;
  uses: number;
  resource: string | undefined;
}

/** `resources`: the dictionary that forms draw their fonts and states from. */
export function createPictures(file: ObjectFile, tools: Omit<DrawingTools, 'lang'>, resources: ObjectId): Pictures {
  const byDrawing = new Map<Drawing, Map<Lang | undefined, Stored>>();
  const bySyntax = new Map<Syntax, Stored>();
  const objects = new Map<string, ObjectId>();
  const images = new Map<ObjectId, string>();

  const storedOf = (drawing: Drawing, lang: Lang | undefined): Stored => {
    const byLang = byDrawing.get(drawing) ?? new Map<Lang | undefined, Stored>();
    byDrawing.set(drawing, byLang);
    const known = byLang.get(lang);
    if (known !== undefined) return known;
    const syntax = drawingSyntax(drawing, { ...tools, lang });
    const stored = bySyntax.get(syntax) ?? { syntax, drawing, uses: 0, resource: undefined };
    bySyntax.set(syntax, stored);
    byLang.set(lang, stored);
    return stored;
  };
  const formOf = (stored: Stored): string | undefined => {
    if (stored.resource !== undefined) return stored.resource;
    if ((stored.uses - 1) * stored.syntax.length * SHRINK < FORM_COST) return undefined;
    const id = file.addStream(
      {
        Type: '/XObject',
        Subtype: '/Form',
        BBox: rectangle(formBounds(stored.drawing)),
        Resources: reference(resources),
      },
      stored.syntax,
    );
    stored.resource = `X${objects.size + 1}`;
    objects.set(stored.resource, id);
    return stored.resource;
  };
  return {
    objects,
    announce(drawing, lang) {
      storedOf(drawing, lang).uses += 1;
    },
    paintDrawing(content, drawing, lang, x, y) {
      const stored = storedOf(drawing, lang);
      if (stored.syntax === '') return;
      content.saveAndTransform([1, 0, 0, 1, x, y]);
      const form = formOf(stored);
      if (form === undefined) content.paintSyntax(stored.syntax);
      else content.paintObject(`/${form}`);
      content.restore();
    },
    paintImage(content, image, [x, y, width, height]) {
      const resource = images.get(image) ?? `X${objects.size + 1}`;
      images.set(image, resource);
      objects.set(resource, image);
      content.saveAndTransform([Number(num(width)), 0, 0, Number(num(height)), x, y]);
      content.paintObject(`/${resource}`);
      content.restore();
    },
  };
}

/** Drawings may reach over their edges (bleeds, line ends), which a form's bounds would cut. */
function formBounds({ width, height, ops }: Drawing): readonly [number, number, number, number] {
  const box: [number, number, number, number] = [0, -height, width, 0];
  const reach = Math.max(width, height, ...ops.map(reachOf));
  return [box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach];
}

function reachOf(op: Drawing['ops'][number]): number {
  if (op.op === 'transform') return Math.max(...op.matrix.map(Math.abs));
  if (op.op === 'text') return Math.max(Math.abs(op.x), Math.abs(op.y));
  if (op.op === 'restore') return 0;
  return op.segments.reduce((most, [, ...points]) => points.reduce((far, at) => Math.max(far, Math.abs(at)), most), 0);
}
