import { findObjects, follow, type PdfObject, pageContents, readObjects } from './read-pdf.ts';

/** Text as a content stream shows it: its size on the page, pt, and the colour in force, as it is written. */
export interface InkedText {
  readonly page: number;
  readonly size: number;
  readonly fill: string;
  readonly overprint: boolean;
}

interface State {
  readonly fill: string;
  readonly overprint: boolean;
  readonly size: number;
  readonly scale: number;
}

/** Every operator of a file that shows text, also in forms, read from the operators alone. */
export function inkedTexts(bytes: Uint8Array): readonly InkedText[] {
  const objects = readObjects(bytes);
  const forms = formsOf(objects);
  return pageContents(bytes).flatMap((content, page) =>
    shown(content, page, { fill: '0 g', overprint: false, size: 0, scale: 1 }, forms),
  );
}

function formsOf(objects: ReadonlyMap<number, PdfObject>): ReadonlyMap<string, string> {
  const [page] = findObjects(objects, /\/Type\/Page\b/);
  const resources = follow(objects, page, 'Resources');
  const names = /\/XObject<<([^>]*)>>/.exec(resources?.body ?? '')?.[1] ?? '';
  return new Map(
    [...names.matchAll(/\/(\w+) (\d+) 0 R/g)].flatMap(([, name = '', id]) => {
      const object = objects.get(Number(id));
      const isForm = object?.body.includes('/Subtype/Form') === true;
      return isForm ? [[name, object.stream?.toString('latin1') ?? '']] : [];
    }),
  );
}

function shown(content: string, page: number, start: State, forms: ReadonlyMap<string, string>): readonly InkedText[] {
  const texts: InkedText[] = [];
  const saved: State[] = [];
  let state = start;
  let turn = 1;
  const words = content.replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()').split(/\s+|(?<=[\])])(?=T[jJ])/);
  words.forEach((operator, i) => {
    const number = (back: number): number => Number(words[i - back]);
    const area = (): number => Math.sqrt(Math.abs(number(6) * number(3) - number(5) * number(4)));
    if (operator === 'q') saved.push(state);
    else if (operator === 'Q') state = saved.pop() ?? start;
    else if (operator === 'cm') state = { ...state, scale: state.scale * area() };
    else if (operator === 'BT') turn = 1;
    else if (operator === 'Tm') turn = area();
    else if (operator === 'Tf') state = { ...state, size: number(1) };
    else if (operator === 'gs') state = { ...state, overprint: words[i - 1] === '/K' };
    else if (operator === 'g' || operator === 'k' || operator === 'rg' || operator === 'scn')
      state = {
        ...state,
        fill: words.slice(Math.max(0, i - { g: 1, rg: 3, k: 4, scn: 1 }[operator]), i + 1).join(' '),
      };
    else if (operator === 'Tj' || operator === 'TJ')
      texts.push({ page, size: state.size * state.scale * turn, fill: state.fill, overprint: state.overprint });
    else if (operator === 'Do') {
      const form = forms.get((words[i - 1] ?? '').slice(1));
      if (form !== undefined) texts.push(...shown(form, page, state, forms));
    }
  });
  return texts;
}
