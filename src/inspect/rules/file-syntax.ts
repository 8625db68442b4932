import { dictOf, filtersOf, isArray, isName, isReference, isText, nameOf, type Value } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** What stops a reader is a fault in every standard. Source: ISO 32000-1 7. */
export const SYNTAX: Rule = {
  ids: { ua1: 'PDF-syntax', a3a: 'PDF-syntax', x4: 'PDF-syntax' },
  severity: 'fail',
  asks: 'objects and content can be read as they are written',
  *check({ file, painting }) {
    for (const id of file.ids) file.object(id);
    for (const { message, object } of file.faults) yield { message, object };
    for (const { kind, message, page } of painting.faults) if (kind !== 'operator') yield { message, page };
  },
};

/** Source: ISO 14289-1 6.1; ISO 19005-3 6.1.2. */
export const HEADER: Rule = {
  ids: { ua1: 'UA-6.1-1', a3a: 'A-6.1.2-1' },
  severity: 'fail',
  asks: 'the file begins with its version',
  *check({ file: { headOffset, version } }) {
    if (headOffset !== 0 || !/^1\.[0-7]$/.test(version)) yield { message: 'the file does not begin with %PDF-1.n' };
  },
};

/** So that no program takes the file for text. Source: ISO 19005-3 6.1.2. */
export const BINARY_COMMENT: Rule = {
  ids: { a3a: 'A-6.1.2-1' },
  severity: 'fail',
  asks: 'a comment after the version shows that the file is binary',
  *check({ file: { bytes } }) {
    let at = 8;
    while (bytes[at] === 10 || bytes[at] === 13) at += 1;
    const binary = bytes[at] === 0x25 && [1, 2, 3, 4].every((i) => (bytes[at + i] ?? 0) > 127);
    if (!binary) yield { message: 'no comment of four high bytes follows the version' };
  },
};

/** Source: ISO 15930-7 6.1. */
export const PRESS_VERSION: Rule = {
  ids: { x4: 'X4-6.1-version' },
  severity: 'fail',
  asks: 'the file is of PDF 1.6 or older',
  *check({ file, catalog }) {
    const written = nameOf(file.get(catalog, 'Version'));
    const version = written !== undefined && written > file.version ? written : file.version;
    if (!/^1\.[0-6]$/.test(version)) yield { message: `the file is of PDF ${version}` };
  },
};

/** Source: ISO 19005-3 6.1.3; ISO 15930-7 6.1. */
export const FILE_ID: Rule = {
  ids: { a3a: 'A-6.1.3-1', x4: 'X4-6.1-id' },
  severity: 'fail',
  asks: 'the trailer has an identifier of two parts',
  *check({ file }) {
    const id = file.get(file.trailer, 'ID');
    const parts = isArray(id) ? id.map((part) => file.resolve(part)) : [];
    if (parts.length !== 2 || !parts.every((part) => isText(part) && part.bytes !== '')) {
      yield { message: 'the file has no identifier' };
    }
  },
};

/** Source: ISO 14289-1 7.16; ISO 19005-3 6.1.3; ISO 15930-7 6.1; Matterhorn 26-002. */
export const ENCRYPTION: Rule = {
  ids: { ua1: 'UA-7.16-1', a3a: 'A-6.1.3-2', x4: 'X4-6.1-encryption' },
  severity: 'fail',
  asks: 'the file is not encrypted',
  *check({ file }) {
    if (file.encrypted) yield { message: 'the file is encrypted, so that its content cannot be looked into' };
  },
};

/** Source: ISO 19005-3 6.1.3. */
export const AFTER_END: Rule = {
  ids: { a3a: 'A-6.1.3-3' },
  severity: 'fail',
  asks: 'nothing follows the end of the file',
  *check({ file: { bytes } }) {
    const tail = Buffer.from(bytes.subarray(-1024)).toString('latin1');
    const end = tail.lastIndexOf('%%EOF');
    if (end < 0) yield { message: 'the file has no %%EOF' };
    else if (!/^%%EOF(?:\r\n|\r|\n)?$/.test(tail.slice(end))) {
      yield { message: `${tail.length - end - 5} bytes follow the last %%EOF` };
    }
  },
};

/** Source: ISO 19005-3 6.1.7.1. */
export const STREAM_LENGTH: Rule = {
  ids: { a3a: 'A-6.1.7.1-1' },
  severity: 'fail',
  asks: 'streams are as long as they say',
  *check({ file }) {
    for (const { id } of file.streams) {
      if (file.wrongLengths.has(id)) yield { message: 'a stream is not as long as it says', object: id };
    }
  },
};

/** Source: ISO 19005-3 6.1.7.1. */
export const EXTERNAL_STREAM: Rule = {
  ids: { a3a: 'A-6.1.7.1-2' },
  severity: 'fail',
  asks: 'streams are in the file itself',
  *check({ file }) {
    for (const { id, stream } of file.streams) {
      const key = ['F', 'FFilter', 'FDecodeParms'].find((one) => stream.dict.entries.has(one));
      if (key !== undefined) yield { message: `a stream has ${key}`, object: id };
    }
  },
};

/** Source: ISO 19005-3 6.1.7.2; ISO 15930-7 6.1. */
export const STREAM_FILTER: Rule = {
  ids: { a3a: 'A-6.1.7.2-1', x4: 'X4-6.1-filter' },
  severity: 'fail',
  asks: 'no stream is packed with LZW or encrypted',
  *check({ file }) {
    for (const { id, stream } of file.streams) {
      const filter = filtersOf(file, stream).find((one) => ['LZWDecode', 'LZW', 'Crypt'].includes(one));
      if (filter !== undefined) yield { message: `a stream is packed with ${filter}`, object: id };
    }
  },
};

/** Source: ISO 19005-3 6.2.2. */
export const OPERATORS: Rule = {
  ids: { a3a: 'A-6.2.2-1' },
  severity: 'fail',
  asks: 'content holds only operators of the standard',
  *check({ painting }) {
    for (const { kind, message, page } of painting.faults) if (kind === 'operator') yield { message, page };
  },
};

/** Source: ISO 19005-3 6.2.2. */
export const OWN_RESOURCES: Rule = {
  ids: { a3a: 'A-6.2.2-2' },
  severity: 'fail',
  asks: 'pages have resources of their own',
  *check({ pages }) {
    for (const { ownResources, index, id } of pages) {
      if (!ownResources) yield { message: 'a page takes its resources from the page tree', object: id, page: index };
    }
  },
};

const DEEPEST = 28;
const LONGEST_STRING = 32_767;
const LONGEST_NAME = 127;
const LARGEST = 2_147_483_647;

/** Source: ISO 19005-3 6.1.13. */
export const LIMITS_KEPT: Rule = {
  ids: { a3a: 'A-6.1.13' },
  severity: 'fail',
  asks: 'numbers, names, strings and nesting keep within what every reader can hold',
  *check({ file, painting }) {
    if (painting.deepest > DEEPEST) yield { message: `graphics states are saved ${painting.deepest} deep` };
    for (const id of file.ids) {
      const fault = limitFault(file.object(id));
      if (fault !== undefined) yield { message: fault, object: id };
    }
  },
};

/** Depth first, without lists of its own: it walks through every object of the file. */
function limitFault(value: Value): string | undefined {
  if (typeof value === 'number') return Math.abs(value) > LARGEST ? `the number ${value} is too large` : undefined;
  if (typeof value !== 'object' || value === null || isReference(value)) return undefined;
  if (isName(value)) return value.name.length > LONGEST_NAME ? `a name has ${value.name.length} bytes` : undefined;
  if (isText(value))
    return value.bytes.length > LONGEST_STRING ? `a string has ${value.bytes.length} bytes` : undefined;
  for (const inner of isArray(value) ? value : (dictOf(value)?.entries.values() ?? [])) {
    const fault = limitFault(inner);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
