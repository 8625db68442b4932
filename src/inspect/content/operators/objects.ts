import { type Dict, dictOf, isReference, isStream, nameOf, numberOf, type Stream } from '../../objects/index.ts';
import { type Machine, type OperatorTable, resource, tell } from '../machine.ts';
import { boxAround } from '../matrix.ts';
import { runForm } from '../run.ts';

/** Images and forms. Source: ISO 32000-1 8.8 to 8.10. */
export const OBJECT_OPERATORS: OperatorTable = {
  Do(machine, operands) {
    const { out } = machine;
    const value = resource(machine, 'XObject', operands[0]);
    const found = out.file.resolve(value);
    if (!isStream(found)) {
      tell(machine, 'resource', `there is no object \`${nameOf(operands[0]) ?? ''}\` to paint`);
      return;
    }
    const id = isReference(value) ? value.ref : undefined;
    if (nameOf(out.file.get(found.dict, 'Subtype')) === 'Image') {
      paintImage(machine, found.dict, found, id);
      return;
    }
    if (id !== undefined) out.forms.set(id, { stream: found, times: (out.forms.get(id)?.times ?? 0) + 1 });
    runForm(machine, found, id, 'page');
  },
  BI(machine, operands) {
    const dict = dictOf(operands[0]);
    if (dict !== undefined) paintImage(machine, dict, undefined, undefined);
  },
};

function paintImage(machine: Machine, dict: Dict, stream: Stream | undefined, id: number | undefined): void {
  const { out, state, frame, mark } = machine;
  const { file } = out;
  const pixels = (key: string, short: string): number =>
    numberOf(file.get(dict, key)) ?? numberOf(file.get(dict, short)) ?? 0;
  const stencil = file.get(dict, 'ImageMask') === true || file.get(dict, 'IM') === true;
  const [a, b, c, d] = state.matrix;
  const dpi = Math.min((pixels('Width', 'W') * 72) / Math.hypot(a, b), (pixels('Height', 'H') * 72) / Math.hypot(c, d));
  const written = dict.entries.get('ColorSpace') ?? dict.entries.get('CS');
  out.items.push({
    kind: 'image',
    page: frame.page,
    mark,
    part: frame.part,
    box: boxAround(state.matrix, 0, 0, 1, 1),
    transparent: state.transparent || file.get(dict, 'SMask') !== null,
    dict,
    stream,
    id,
    space: stencil || written === undefined ? undefined : out.space(written, frame.resources),
    stencil: stencil ? state.fill : undefined,
    dpi: Number.isFinite(dpi) ? dpi : Number.POSITIVE_INFINITY,
  });
}
