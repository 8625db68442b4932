import { type Dict, dictOf, isArray, isStream, numberOf, type PdfFile, type Stream } from '../objects/index.ts';
import type { Collector } from './collector.ts';
import { type OnOperator, readContent } from './content-tokens.ts';
import { type GraphicsState, initialState } from './graphics-state.ts';
import type { Mark, Part } from './item.ts';
import { createMachine, type Frame, type Machine, type OperatorTable, tell } from './machine.ts';
import { IDENTITY, type Matrix, multiply } from './matrix.ts';
import { COLOUR_OPERATORS } from './operators/colour.ts';
import { MARK_OPERATORS } from './operators/marks.ts';
import { OBJECT_OPERATORS } from './operators/objects.ts';
import { PATH_OPERATORS } from './operators/path.ts';
import { STATE_OPERATORS } from './operators/state.ts';
import { TEXT_OPERATORS } from './operators/text.ts';

/** Forms in forms: as deep as saved states may stand in each other. Source: ISO 19005-3 6.1.13. */
const DEEPEST_FORM = 28;
/** Beginning a form costs about as much as this many operators. */
const FORM_COST = 10;
/** And so does a stretch of 32 bytes, as a power of two. */
const BYTES_OF_OPERATOR = 5;

let table: ReadonlyMap<string, OperatorTable[string]> | undefined;

/** Put together at first use, since the parts of the table call back into this module. */
function operators(): ReadonlyMap<string, OperatorTable[string]> {
  table ??= new Map(
    [PATH_OPERATORS, STATE_OPERATORS, COLOUR_OPERATORS, TEXT_OPERATORS, MARK_OPERATORS, OBJECT_OPERATORS].flatMap(
      (part) => Object.entries(part),
    ),
  );
  return table;
}

/** Runs one content stream; what it paints goes to the collector. */
export function runContent(
  out: Collector,
  data: Uint8Array,
  frame: Frame,
  start: GraphicsState,
  mark: Mark | undefined,
): void {
  const machine = createMachine(out, frame, start, mark);
  const known = operators();
  const { budget } = out.file;
  const run: OnOperator = (operator, operands) => {
    budget.spend('operators', 1);
    const act = known.get(operator);
    if (act === undefined) tell(machine, 'operator', `\`${operator}\` is no operator`);
    else act(machine, operands);
  };
  // Bytes cost too: content may be long and do nothing.
  budget.spend('operators', data.length >> BYTES_OF_OPERATOR);
  readContent(data, budget.limits.nesting, run, (message) => tell(machine, 'syntax', message));
  if (machine.opened > 0) tell(machine, 'nesting', 'marked content does not end with its stream');
  if (machine.saved.length > 0) tell(machine, 'nesting', 'a graphics state is saved and not restored');
}

/** Runs a form, a pattern or the group of a mask where another stream calls for it. */
export function runForm(machine: Machine, stream: Stream, id: number | undefined, part: Part): void {
  const { out, frame } = machine;
  const { file } = out;
  const { budget } = file;
  if (out.running.has(stream) || frame.depth > DEEPEST_FORM) {
    tell(machine, 'nesting', out.running.has(stream) ? 'a form paints itself' : 'forms are nested too deep');
    return;
  }
  const content = file.data(stream);
  if (content === undefined) {
    tell(machine, 'syntax', 'the content of a form cannot be unpacked');
    return;
  }
  const own = dictOf(file.get(stream.dict, 'Resources'));
  const inner: Frame = {
    page: frame.page,
    part: part === 'page' ? frame.part : part,
    resources: own ?? frame.resources,
    stream: id,
    parents: numberOf(file.get(stream.dict, 'StructParents')),
    depth: frame.depth + 1,
  };
  const matrix = matrixOf(file, stream.dict);
  const inherits = part === 'page';
  const state = inherits ? { ...machine.state, matrix: multiply(matrix, machine.state.matrix) } : initialState(matrix);
  out.running.add(stream);
  budget.spend('operators', FORM_COST);
  runContent(out, content, inner, state, inherits ? machine.mark : undefined);
  out.running.delete(stream);
}

/** Runs the content of a page and the appearances of its annotations. `index` counts from 0. */
export function runPage(out: Collector, page: Dict, id: number | undefined, index: number): void {
  const { file } = out;
  const written = file.get(page, 'Contents');
  const streams = (isArray(written) ? written : [written]).map((item) => file.resolve(item)).filter(isStream);
  const parts: Uint8Array[] = [];
  for (const stream of streams) {
    const data = file.data(stream);
    if (data === undefined) {
      out.faults.push({ kind: 'syntax', message: 'the content of the page cannot be unpacked', page: index });
      continue;
    }
    if (parts.length > 0) {
      parts.push(BETWEEN);
      file.budget.spend('decoded', data.length);
    }
    parts.push(data);
  }
  const [only, more] = parts;
  const frame: Frame = {
    page: index,
    part: 'page',
    resources: inheritedResources(file, page),
    stream: id,
    parents: numberOf(file.get(page, 'StructParents')),
    depth: 0,
  };
  runContent(out, more === undefined ? (only ?? BETWEEN) : Buffer.concat(parts), frame, initialState(), undefined);
  runAppearances(out, page, frame);
}

/** Streams of one page may part anywhere between two tokens. */
const BETWEEN = Uint8Array.of(32);

function runAppearances(out: Collector, page: Dict, frame: Frame): void {
  const { file } = out;
  const annotations = file.get(page, 'Annots');
  for (const item of isArray(annotations) ? annotations : []) {
    const normal = file.get(dictOf(file.get(dictOf(file.resolve(item)), 'AP')), 'N');
    const states = isStream(normal) ? [normal] : [...(dictOf(normal)?.entries.values() ?? [])];
    for (const stream of states.map((state) => file.resolve(state)).filter(isStream)) {
      const machine = createMachine(out, { ...frame, part: 'appearance' }, initialState(), undefined);
      runForm(machine, stream, undefined, 'appearance');
    }
  }
}

/** Resources may come from a node of the page tree above. */
function inheritedResources(file: PdfFile, page: Dict): Dict | undefined {
  let at: Dict | undefined = page;
  for (let level = 0; at !== undefined && level < file.budget.limits.levels; level += 1) {
    const own = dictOf(file.get(at, 'Resources'));
    if (own !== undefined) return own;
    at = dictOf(file.get(at, 'Parent'));
  }
  return undefined;
}

function matrixOf(file: PdfFile, dict: Dict): Matrix {
  const written = file.get(dict, 'Matrix');
  if (!isArray(written) || written.length !== 6) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = written.map((part) => numberOf(file.resolve(part)) ?? 0);
  return [a, b, c, d, e, f];
}
