import type { Drawing, DrawingOp, Segment, Stroke } from '../../src/core/index.ts';

/** A drawing as text, one operation a line, lengths to a tenth of a point. */
export function dumpDrawing(drawing: Drawing): string {
  const lines = drawing.ops.map(dumpOp);
  return `${[`drawing ${tenth(drawing.width)} ${tenth(drawing.height)}`, ...lines].join('\n')}\n`;
}

function dumpOp(op: DrawingOp): string {
  switch (op.op) {
    case 'text': {
      const style = `${op.font.family}${op.font.weight === 400 ? '' : ` ${op.font.weight}`} ${tenth(op.size)}`;
      const turn = op.rotate === undefined ? '' : ` rotate ${tenth(op.rotate)}`;
      return `text ${tenth(op.x)} ${tenth(op.y)} ${op.align} ${style} ${op.lang} ${op.paint}${turn} |${op.text}|`;
    }
    case 'path': {
      const fill = op.fill === undefined ? '' : ` fill ${op.fill}`;
      const stroke = op.stroke === undefined ? '' : ` stroke ${dumpStroke(op.stroke)}`;
      return `path${fill}${stroke} ${dumpSegments(op.segments)}`;
    }
    case 'clip':
      return `clip ${dumpSegments(op.segments)}`;
    case 'transform':
      return `transform ${op.matrix.map(tenth).join(' ')}`;
    case 'restore':
      return 'restore';
  }
}

function dumpStroke(stroke: Stroke): string {
  const dash = stroke.dash === undefined ? '' : ` dash ${stroke.dash.map(tenth).join(',')}`;
  return `${stroke.paint} ${stroke.width}${dash}`;
}

/** Long paths (patterns, circles) as their extent and number of segments. */
function dumpSegments(segments: readonly Segment[]): string {
  if (segments.length <= 8 && segments.every(([kind]) => kind !== 'C')) {
    return segments.map(([kind, ...points]) => `${kind}${points.map(tenth).join(',')}`).join(' ');
  }
  const points = segments.flatMap(([, ...all]) => all as number[]);
  const xs = points.filter((_, index) => index % 2 === 0);
  const ys = points.filter((_, index) => index % 2 === 1);
  return `${segments.length} segments in ${tenth(Math.min(...xs))},${tenth(Math.min(...ys))} ${tenth(Math.max(...xs))},${tenth(Math.max(...ys))}`;
}

function tenth(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}
