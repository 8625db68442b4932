import { dictOf, isName, nameOf, numberOf, textOf, type Value } from '../../objects/index.ts';
import type { Mark } from '../item.ts';
import { type Machine, type OperatorTable, resource, tell } from '../machine.ts';

/** Marked content. Source: ISO 32000-1 14.6. */
export const MARK_OPERATORS: OperatorTable = {
  BMC: (machine, operands) => open(machine, operands[0], undefined),
  BDC: (machine, operands) => open(machine, operands[0], operands[1]),
  EMC(machine) {
    if (machine.opened === 0) {
      tell(machine, 'nesting', 'marked content ends that did not begin');
      return;
    }
    machine.mark = machine.mark?.outer;
    machine.opened -= 1;
  },
  MP: () => undefined,
  DP: () => undefined,
};

function open(machine: Machine, tag: Value | undefined, properties: Value | undefined): void {
  const { out, frame } = machine;
  const { file } = out;
  const written = isName(properties) ? resource(machine, 'Properties', properties) : properties;
  const dict = dictOf(file.resolve(written));
  const mcid = numberOf(file.get(dict, 'MCID'));
  // Most sequences have their number and nothing else.
  const more = dict !== undefined && dict.entries.size > (mcid === undefined ? 0 : 1) ? dict : undefined;
  const text = (key: string): string | undefined => textOf(file.get(more, key));
  const mark: Mark = {
    tag: nameOf(tag) ?? '',
    mcid,
    stream: frame.stream,
    parents: frame.parents,
    outer: machine.mark,
    page: frame.page,
    part: frame.part,
    lang: text('Lang'),
    actualText: text('ActualText'),
    alt: text('Alt'),
    expansion: text('E'),
    type: nameOf(file.get(more, 'Type')),
    subtype: nameOf(file.get(more, 'Subtype')),
  };
  out.marks.push(mark);
  machine.mark = mark;
  machine.opened += 1;
}
