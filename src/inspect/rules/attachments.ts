import type { Facts } from '../model/facts.ts';
import type { FileSpec } from '../model/file-specs.ts';
import { type Dict, dictOf, isStream, nameOf, numberOf, type PdfFile, type Stream, textOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

function embedded({ fileSpecs, file }: Facts): readonly (FileSpec & { readonly files: Dict })[] {
  return fileSpecs.flatMap((spec) => {
    const files = dictOf(file.get(spec.dict, 'EF'));
    return files === undefined ? [] : [{ ...spec, files }];
  });
}

function streamOf(file: PdfFile, files: Dict): Stream | undefined {
  return ['UF', 'F'].map((key) => file.get(files, key)).find(isStream);
}

function nameIn(file: PdfFile, { dict }: FileSpec): string {
  return textOf(file.get(dict, 'UF')) ?? textOf(file.get(dict, 'F')) ?? 'without a name';
}

/** Source: ISO 14289-1 7.11; ISO 19005-3 6.8; Matterhorn 21-001. */
export const FILE_NAMES: Rule = {
  ids: { ua1: 'UA-7.11-1', a3a: 'A-6.8-2' },
  severity: 'fail',
  asks: 'an embedded file has its name under F and UF',
  *check(facts) {
    for (const spec of embedded(facts)) {
      const missing = ['F', 'UF'].filter((key) => (textOf(facts.file.get(spec.dict, key)) ?? '') === '');
      if (missing.length > 0)
        yield { message: `the file ${nameIn(facts.file, spec)} has no ${missing.join(' and ')}`, object: spec.id };
    }
  },
};

/** Source: ISO 19005-3 6.8; RFC 2046. */
export const FILE_TYPE: Rule = {
  ids: { a3a: 'A-6.8-1' },
  severity: 'fail',
  asks: 'an embedded file says its media type',
  *check(facts) {
    for (const spec of embedded(facts)) {
      const type = nameOf(facts.file.get(streamOf(facts.file, spec.files)?.dict, 'Subtype')) ?? '';
      if (!/^[-\w.+]+\/[-\w.+]+$/.test(type))
        yield { message: `the file ${nameIn(facts.file, spec)} is of type \`${type}\``, object: spec.id };
    }
  },
};

const RELATIONS: ReadonlySet<string> = new Set(['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified']);

/** Source: ISO 19005-3 6.8, annex E. */
export const FILE_RELATIONSHIP: Rule = {
  ids: { a3a: 'A-6.8-3' },
  severity: 'fail',
  asks: 'an embedded file says what it is to the document',
  *check(facts) {
    for (const spec of embedded(facts)) {
      const relation = nameOf(facts.file.get(spec.dict, 'AFRelationship')) ?? '';
      if (!RELATIONS.has(relation))
        yield { message: `the file ${nameIn(facts.file, spec)} has the relationship \`${relation}\``, object: spec.id };
    }
  },
};

/** Source: ISO 19005-3 6.8. */
export const FILE_ASSOCIATED: Rule = {
  ids: { a3a: 'A-6.8-4' },
  severity: 'fail',
  asks: 'an embedded file is associated with the document or a part of it',
  *check(facts) {
    for (const spec of embedded(facts)) {
      if (!spec.associated)
        yield { message: `the file ${nameIn(facts.file, spec)} is associated with nothing`, object: spec.id };
    }
  },
};

/** Source: ISO 32000-1 table 46. */
export const FILE_SIZE: Rule = {
  ids: { a3a: 'H-file-size' },
  severity: 'fail',
  asks: 'an embedded file is as long as it says, and says when it was changed',
  *check(facts) {
    for (const spec of embedded(facts)) {
      const stream = streamOf(facts.file, spec.files);
      const parameters = dictOf(facts.file.get(stream?.dict, 'Params'));
      const size = numberOf(facts.file.get(parameters, 'Size'));
      const length = stream === undefined ? undefined : facts.file.data(stream)?.length;
      const named = nameIn(facts.file, spec);
      if (size !== undefined && size !== length)
        yield { message: `the file ${named} has ${length} bytes and says ${size}`, object: spec.id };
      if (parameters === undefined || !parameters.entries.has('ModDate')) {
        yield { message: `the file ${named} does not say when it was changed`, object: spec.id };
      }
    }
  },
};

/** So that a reader knows what is attached before opening it. */
export const FILE_DESCRIPTION: Rule = {
  ids: { a3a: 'H-file-description' },
  severity: 'warn',
  asks: 'an embedded file has a description',
  *check(facts) {
    for (const spec of embedded(facts)) {
      const words = textOf(facts.file.get(spec.dict, 'Desc')) ?? '';
      if (words === '') yield { message: `the file ${nameIn(facts.file, spec)} has no description`, object: spec.id };
    }
  },
};
