import type { z } from 'zod';
import { type Diagnostic, type DiagnosticInput, diagnose, LANGS, nearest } from '../core/index.ts';
import type { FieldFault } from './fields.ts';
import type { LineMap } from './line-map.ts';
import { type PathKey, placeAt, type SourceNode } from './tree.ts';

type Issue = z.core.$ZodIssue;

/**
 * Says what a schema found, at the key or value it found it at.
 * Emits C002 (unknown key, at the key), C003 (wrong type), C004 (missing key, at the mapping), P1 (a missing key that names
 * a language), C019 (bad value), and what the fields of `fields.ts` state.
 */
export function schemaDiagnostics(issues: readonly Issue[], root: SourceNode, lines: LineMap): readonly Diagnostic[] {
  return issues.flatMap((issue) => issueDiagnostics(issue, root, lines));
}

function issueDiagnostics(issue: Issue, root: SourceNode, lines: LineMap): readonly Diagnostic[] {
  const path = issue.path.filter((key): key is PathKey => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, path, root, lines);
  const last = path.at(-1);
  const fault = faultOf(issue);
  if (typeof last === 'string' && isMissing(root, path)) return [missingKey(last, fault, path, root, lines)];
  const { node } = placeAt(root, path);
  const input: DiagnosticInput = {
    span: lines.span(node.start, node.end),
    ...(fault.expected === undefined ? {} : { expected: fault.expected }),
    ...(fault.found === undefined ? {} : { found: fault.found }),
    hints: fault.hint === undefined ? [] : [fault.hint],
  };
  return [diagnose(fault.code, fault.message, input)];
}

function unknownKeys(
  issue: Extract<Issue, { code: 'unrecognized_keys' }>,
  path: readonly PathKey[],
  root: SourceNode,
  lines: LineMap,
): readonly Diagnostic[] {
  const known = issue.message.split(',');
  return issue.keys.map((key) => {
    const { keyRange, node } = placeAt(root, [...path, key]);
    const range = keyRange ?? node;
    const near = nearest(key, known);
    return diagnose('C002', `the key \`${key}\` is not known here`, {
      span: lines.span(range.start, range.end),
      expected: known.join(', '),
      hints: near === undefined ? ['remove the key, or correct its name'] : [`did you mean \`${near}\`?`],
    });
  });
}

function isMissing(root: SourceNode, path: readonly PathKey[]): boolean {
  const parent = placeAt(root, path.slice(0, -1));
  return parent.whole && parent.node.kind === 'map' && !parent.node.entries.some((e) => e.key === path.at(-1));
}

/** A mapping's own range may run over many lines: the first key of it, or the key that names it, is where the eye should go. */
function missingKey(
  key: string,
  fault: FieldFault,
  path: readonly PathKey[],
  root: SourceNode,
  lines: LineMap,
): Diagnostic {
  const parent = placeAt(root, path.slice(0, -1));
  const entry = parent.node.kind === 'map' ? parent.node.entries[0] : undefined;
  const first = entry === undefined ? undefined : { start: entry.keyStart, end: entry.keyEnd };
  const range = parent.keyRange ?? first ?? { start: parent.node.start, end: parent.node.start + 1 };
  const span = lines.span(range.start, range.end);
  if (fault.code !== 'C004' && fault.code !== 'C003') {
    return diagnose(fault.code, fault.message, { span, hints: fault.hint ? [fault.hint] : [] });
  }
  const lang = LANGS.find((l) => l === key);
  if (lang !== undefined) {
    return diagnose('P1', `the ${lang === 'zh' ? 'Chinese' : 'English'} text is missing`, {
      span,
      lang,
      hints: [`add \`${key}:\``],
    });
  }
  return diagnose('C004', `the key \`${key}\` is missing`, { span, hints: [`add \`${key}:\``] });
}

function faultOf(issue: Issue): FieldFault {
  if (issue.code === 'custom' && issue.params?.fault !== undefined) return issue.params.fault as FieldFault;
  if (issue.code === 'invalid_type') {
    const expected =
      issue.expected === 'object' ? 'a mapping' : issue.expected === 'array' ? 'a list' : `a ${issue.expected}`;
    return { code: 'C003', message: `${expected} belongs here`, expected };
  }
  if (issue.code === 'too_small') {
    return { code: 'C019', message: 'the list is too short', expected: `at least ${String(issue.minimum)}` };
  }
  if (issue.code === 'too_big') {
    return { code: 'C019', message: 'the list is too long', expected: `at most ${String(issue.maximum)}` };
  }
  return { code: 'C019', message: issue.message };
}
