import { PICTURE_FILTERS, undoFilter } from './filter.ts';
import { Malformed } from './limits.ts';
import type { PdfFile } from './pdf-file.ts';
import { dictOf, isArray, nameOf, numberOf, type Stream, type Value } from './value.ts';

/** Names of a stream's filters, in the order in which they are undone. */
export function filtersOf(file: Pick<PdfFile, 'get' | 'resolve'>, stream: Stream): readonly string[] {
  const written = file.get(stream.dict, 'Filter');
  const list: readonly Value[] = isArray(written) ? written : written === null ? [] : [written];
  return list.map((item) => nameOf(file.resolve(item)) ?? '');
}

const decoded = new WeakMap<Stream, Uint8Array>();

/** Undoes the filters of a stream up to one that makes a picture; undefined when its data are damaged beyond reading. */
export function decodeStream(file: PdfFile, stream: Stream): Uint8Array | undefined {
  const known = decoded.get(stream);
  if (known !== undefined) return known;
  const given = file.get(stream.dict, 'DecodeParms');
  const { limits } = file.budget;
  let data = stream.raw;
  try {
    for (const [i, filter] of filtersOf(file, stream).entries()) {
      if (PICTURE_FILTERS.has(filter)) break;
      const own = dictOf(file.resolve(isArray(given) ? given[i] : given));
      const number = (key: string, fallback: number): number => numberOf(file.get(own, key)) ?? fallback;
      const parameters = {
        predictor: number('Predictor', 1),
        colours: number('Colors', 1),
        bits: number('BitsPerComponent', 8),
        columns: number('Columns', 1),
        earlyChange: number('EarlyChange', 1),
      };
      data = undoFilter(filter, data, parameters, limits.stream);
      file.budget.spend('decoded', data.length);
    }
  } catch (cause) {
    if (cause instanceof Malformed) return undefined;
    throw cause;
  }
  decoded.set(stream, data);
  return data;
}
