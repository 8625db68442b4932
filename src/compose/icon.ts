import {
  circle,
  type Drawing,
  type DrawingOp,
  type Paint,
  QUARTER_ARM,
  rectangle,
  type Segment,
  type Stroke,
  straight,
} from '../core/index.ts';

/** A small picture on the line. */
export interface Icon {
  readonly drawing: Drawing;
  /** Height above the baseline, pt. */
  readonly ascent: number;
  /** Space after it, pt. */
  readonly gap: number;
}

/** Side of the triangles of direction beside 7.5 pt text, and of the smaller ones in tables; of the discs of an index, pt. */
const TRIANGLE = 4.5;
const SMALL_TRIANGLE = 3.75;
const DISC = 6;

/** Colour of a change by its judgement, where the icon's name says it. */
const JUDGED: Readonly<Record<string, Paint>> = { better: 'good', worse: 'bad', neutral: 'ink2' };

/**
 * Draws an icon by name: `up`, `down`, `same` (in the text's paint, or with `-better`, `-worse`, `-neutral` in that
 * judgement's), `disclosed`, `partial`, `omitted`, `assured`, `circle-1` … `circle-9`. Undefined for another name.
 * @param paint the paint of the text around it
 */
export function drawIcon(name: string, paint: Paint): Icon | undefined {
  const direction = /^(up|down|same)(?:-(better|worse|neutral))?$/.exec(name);
  if (direction !== null) {
    const small = direction[2] !== undefined;
    const fill = JUDGED[direction[2] ?? ''] ?? paint;
    return triangle(direction[1] ?? 'same', small ? SMALL_TRIANGLE : TRIANGLE, fill);
  }
  const choice = /^circle-([1-9])$/.exec(name);
  if (choice !== null) return choiceCircle(choice[1] ?? '');
  if (name === 'disclosed' || name === 'partial' || name === 'omitted' || name === 'assured') return disc(name, paint);
  return undefined;
}

function triangle(direction: string, size: number, fill: Paint): Icon {
  const unit = size / 6;
  const up: readonly Segment[] = [['M', 3 * unit, 0.4 * unit], ['L', size, 5.6 * unit], ['L', 0, 5.6 * unit], ['Z']];
  const down: readonly Segment[] = [['M', 3 * unit, 5.6 * unit], ['L', 0, 0.4 * unit], ['L', size, 0.4 * unit], ['Z']];
  const segments = direction === 'up' ? up : direction === 'down' ? down : rectangle(0, 2.2 * unit, size, 1.6 * unit);
  const drawing = { width: size, height: size, ops: [{ op: 'path', segments, fill }] } as const;
  return { drawing, ascent: size + 0.2, gap: 2.5 };
}

/** Full, half and open disc: disclosed, in part, omitted; a ticked disc: assured. */
function disc(name: 'disclosed' | 'partial' | 'omitted' | 'assured', paint: Paint): Icon {
  const middle = DISC / 2;
  const radius = 2.5;
  const stroke: Stroke = { paint, width: 0.6 };
  const ring: DrawingOp = {
    op: 'path',
    segments: circle(middle, middle, radius),
    fill: name === 'disclosed' ? paint : 'white',
    stroke,
  };
  const extra: readonly DrawingOp[] =
    name === 'partial'
      ? [{ op: 'path', segments: rightHalf(middle, radius), fill: paint }]
      : name === 'assured'
        ? [{ op: 'path', segments: tick(middle), stroke: { ...stroke, cap: 'round', join: 'round' } }]
        : [];
  return { drawing: { width: DISC, height: DISC, ops: [ring, ...extra] }, ascent: DISC - 0.4, gap: 1.6 };
}

function rightHalf(middle: number, radius: number): readonly Segment[] {
  const k = radius * QUARTER_ARM;
  return [
    ['M', middle, middle - radius],
    ['C', middle + k, middle - radius, middle + radius, middle - k, middle + radius, middle],
    ['C', middle + radius, middle + k, middle + k, middle + radius, middle, middle + radius],
    ['Z'],
  ];
}

function tick(middle: number): readonly Segment[] {
  return [...straight(middle - 1.3, middle + 0.1, middle - 0.3, middle + 1.05), ['L', middle + 1.35, middle - 1]];
}

/** A circle with a number to be marked by hand, as on a questionnaire. */
function choiceCircle(number: string): Icon {
  const radius = 7.5;
  const size = 2 * radius + 1;
  const ops: readonly DrawingOp[] = [
    {
      op: 'path',
      segments: circle(size / 2, size / 2, radius),
      fill: 'white',
      stroke: { paint: 'ink2', width: 0.7 },
    },
    {
      op: 'text',
      text: number,
      x: size / 2,
      y: size / 2 + 2.8,
      size: 7.4,
      font: { family: 'sans', weight: 400 },
      paint: 'ink2',
      lang: 'en',
      align: 'middle',
    },
  ];
  return { drawing: { width: size, height: size, ops }, ascent: size / 2 + 2.8, gap: 0 };
}
