import { openPdf, type PdfFile } from '../../src/inspect/objects/index.ts';
import {
  type Dict,
  dictOf,
  isArray,
  isDict,
  isName,
  isReference,
  isStream,
  isText,
  nameOf,
  type Reference,
  type Stream,
  type Value,
} from '../../src/inspect/objects/value.ts';

/** A finished file taken apart, to be changed at one place and put together again. */
export interface Patient {
  readonly catalog: Dict;
  readonly trailer: Dict;
  /** The first object, in the order of the numbers, that fits. */
  find(fits: (dict: Dict) => boolean, nth?: number): Dict;
  /** The first structure element of a type. */
  element(type: string, nth?: number): Dict;
  page(index: number): Dict;
  resolve(value: Value | undefined): Value;
  get(dict: Dict, key: string): Value;
  dict(dict: Dict, key: string): Dict;
  set(dict: Dict, key: string, value: Value): void;
  remove(dict: Dict, key: string): void;
  add(value: Value): Reference;
  /** Operators of a page, to be changed as text. */
  content(page: number, change: (operators: string) => string): void;
  /** Decoded data of a stream, to be changed. */
  data(holder: Dict, key: string, change: (data: Buffer) => Buffer): void;
  readonly ids: readonly number[];
  object(id: number): Value;
  replace(id: number, value: Value): void;
}

/** How the file is put together: what no object can say. */
export interface Assembly {
  head?: string;
  tail?: string;
  /** Stated lengths are wrong. */
  lie?: boolean;
}

export const name = (text: string): Value => ({ name: text });
export const text = (value: string): Value => ({ bytes: value });
export const dict = (entries: Readonly<Record<string, Value>>): Dict => ({ entries: new Map(Object.entries(entries)) });

/**
 * Takes a file apart, lets `change` at it, and writes it anew with a plain cross-reference table. What `change` answers may
 * be an assembly.
 */
export function operate(bytes: Uint8Array, change: (patient: Patient) => unknown): Uint8Array {
  const opened = openPdf(bytes);
  if (!opened.ok) throw new Error('the patient cannot be opened');
  const objects = new Map<number, Value>();
  for (const id of opened.value.ids) {
    const value = opened.value.object(id);
    const type = nameOf(dictOf(value)?.entries.get('Type'));
    if (type !== 'ObjStm' && type !== 'XRef') objects.set(id, value);
  }
  const trailer = dict(
    Object.fromEntries([...opened.value.trailer.entries].filter(([key]) => ['Root', 'Info', 'ID'].includes(key))),
  );
  const assembly = change(patientOf(opened.value, objects, trailer));
  const head = `%PDF-${opened.value.version}\n%\xe2\xe3\xcf\xd3\n`;
  return assemble(objects, trailer, { head, ...(isAssembly(assembly) ? assembly : {}) });
}

function isAssembly(value: unknown): value is Assembly {
  return typeof value === 'object' && value !== null;
}

function patientOf(file: PdfFile, objects: Map<number, Value>, trailer: Dict): Patient {
  const entries = (holder: Dict): Map<string, Value> => holder.entries as Map<string, Value>;
  const resolve = (value: Value | undefined): Value => {
    let at: Value = value ?? null;
    while (isReference(at)) at = objects.get(at.ref) ?? null;
    return at;
  };
  const found = (value: Value | undefined): Dict => {
    const holder = dictOf(resolve(value));
    if (holder === undefined) throw new Error('there is no such dictionary');
    return holder;
  };
  const patient: Patient = {
    catalog: found(trailer.entries.get('Root')),
    trailer,
    find(fits, nth = 0) {
      let left = nth;
      for (const value of objects.values()) {
        const holder = dictOf(value);
        if (holder !== undefined && fits(holder)) {
          if (left === 0) return holder;
          left -= 1;
        }
      }
      throw new Error('no object fits');
    },
    element: (type, nth) => patient.find((one) => one.entries.has('P') && nameOf(one.entries.get('S')) === type, nth),
    page(index) {
      const kids = resolve(found(patient.catalog.entries.get('Pages')).entries.get('Kids'));
      return found(isArray(kids) ? kids[index] : undefined);
    },
    resolve,
    get: (holder, key) => resolve(holder.entries.get(key)),
    dict: (holder, key) => found(holder.entries.get(key)),
    set: (holder, key, value) => void entries(holder).set(key, value),
    remove: (holder, key) => void entries(holder).delete(key),
    add(value) {
      const ref = Math.max(...objects.keys()) + 1;
      objects.set(ref, value);
      return { ref, generation: 0 };
    },
    content: (index, edit) =>
      patient.data(patient.page(index), 'Contents', (data) => Buffer.from(edit(data.toString('latin1')), 'latin1')),
    data(holder, key, edit) {
      const stream = resolve(holder.entries.get(key));
      if (!isStream(stream)) throw new Error(`${key} is no stream`);
      const data = edit(Buffer.from(file.data(stream) ?? Buffer.alloc(0)));
      const made: Stream = { dict: { entries: new Map(stream.dict.entries) }, raw: data };
      entries(made.dict).delete('Filter');
      entries(made.dict).delete('DecodeParms');
      entries(holder).set(key, patient.add(made));
    },
    get ids() {
      return [...objects.keys()];
    },
    object: (id) => objects.get(id) ?? null,
    replace: (id, value) => void objects.set(id, value),
  };
  return patient;
}

function assemble(
  objects: ReadonlyMap<number, Value>,
  trailer: Dict,
  { head = '', tail = '', lie = false }: Assembly,
): Uint8Array {
  const parts: Buffer[] = [Buffer.from(head, 'latin1')];
  let length = parts[0]?.length ?? 0;
  const offsets = new Map<number, number>();
  const put = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [id, value] of [...objects].sort(([a], [b]) => a - b)) {
    offsets.set(id, length);
    put(Buffer.from(`${id} 0 obj\n`, 'latin1'));
    if (isStream(value)) {
      const stated = value.raw.length + (lie ? 3 : 0);
      const own = { entries: new Map<string, Value>([...value.dict.entries, ['Length', stated]]) };
      put(Buffer.from(`${syntax(own)}\nstream\n`, 'latin1'));
      put(Buffer.from(value.raw));
      put(Buffer.from('\nendstream', 'latin1'));
    } else put(Buffer.from(syntax(value), 'latin1'));
    put(Buffer.from('\nendobj\n', 'latin1'));
  }
  const size = Math.max(...objects.keys()) + 1;
  const start = length;
  let table = `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let id = 1; id < size; id += 1) {
    const offset = offsets.get(id);
    table += offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  const own = { entries: new Map<string, Value>([...trailer.entries, ['Size', size]]) };
  put(Buffer.from(`${table}trailer\n${syntax(own)}\nstartxref\n${start}\n%%EOF\n${tail}`, 'latin1'));
  return Buffer.concat(parts, length);
}

function syntax(value: Value): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (isName(value))
    return `/${value.name.replace(/[^A-Za-z0-9_.+*-]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
  if (isText(value)) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`;
  if (isReference(value)) return `${value.ref} ${value.generation} R`;
  if (isArray(value)) return `[${value.map(syntax).join(' ')}]`;
  if (isDict(value))
    return `<<${[...value.entries].map(([key, one]) => `${syntax({ name: key })} ${syntax(one)}`).join(' ')}>>`;
  throw new Error('a stream stands inside another object');
}
