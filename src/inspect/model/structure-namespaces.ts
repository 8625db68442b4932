import { type Dict, dictOf, isArray, nameOf, type PdfFile, textOf, type Value } from '../objects/index.ts';
import { isStandardType } from './structure-types.ts';

/** Namespaces of the standard types. Source: ISO 32000-2 14.8.6. */
const PDF_17 = 'http://iso.org/pdf/ssn';
const PDF_20 = 'http://iso.org/pdf2/ssn';
const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Types that came with PDF 2.0, by the nearest one that was there before. Source: ISO 32000-2 14.8.4, 14.8.6.2. */
const NEAREST: ReadonlyMap<string, string> = new Map([
  ['DocumentFragment', 'Part'],
  ['Aside', 'Div'],
  ['Title', 'P'],
  ['FENote', 'Note'],
  ['Sub', 'Span'],
  ['Em', 'Span'],
  ['Strong', 'Span'],
  ['Artifact', 'NonStruct'],
]);

/** Roles of the types in namespaces, and what was met on the way. */
export interface NamespaceRoles {
  /** The standard type of a type in a namespace; for one that leads to none, its name with that of its namespace. */
  roleOf(type: string, namespace: Dict): string;
  /** Types that lead back to themselves. */
  readonly circular: readonly string[];
}

/**
 * Follows types through the `RoleMapNS` of their namespaces: a name leads to the standard types of PDF 1.7, a name with a
 * namespace to that one. Source: ISO 32000-2 14.7.4.2, 14.8.6.
 */
export function namespaceRoles(file: PdfFile): NamespaceRoles {
  const known = new Map<Dict, Map<string, string>>();
  const circular: string[] = [];
  const follow = (type: string, namespace: Dict): string => {
    const seen = new Map<Dict, Set<string>>();
    let at: Place = { type, namespace };
    for (;;) {
      const { type: now, namespace: space } = at;
      if (space === undefined) return now;
      const uri = textOf(file.get(space, 'NS')) ?? '';
      const role = standardRole(uri, now);
      if (role !== undefined) return role;
      const unmapped = `${uri} ${now}`;
      const been = seen.get(space) ?? new Set();
      if (been.has(now)) {
        circular.push(type);
        return unmapped;
      }
      seen.set(space, been.add(now));
      const next = targetOf(file, file.get(dictOf(file.get(space, 'RoleMapNS')), now));
      if (next === undefined) return unmapped;
      at = next;
    }
  };
  return {
    circular,
    roleOf(type, namespace) {
      const roles = known.get(namespace) ?? new Map<string, string>();
      known.set(namespace, roles);
      const role = roles.get(type) ?? follow(type, namespace);
      roles.set(type, role);
      return role;
    },
  };
}

interface Place {
  readonly type: string;
  /** Undefined for the standard types of PDF 1.7. */
  readonly namespace: Dict | undefined;
}

function targetOf(file: PdfFile, value: Value): Place | undefined {
  const [first, second] = isArray(value) ? value : [value];
  const type = nameOf(file.resolve(first ?? null));
  return type === undefined ? undefined : { type, namespace: dictOf(file.resolve(second ?? null)) };
}

/** A type that a standard namespace has, by its name in PDF 1.7. PDF 2.0 has headings of any depth. */
function standardRole(uri: string, type: string): string | undefined {
  if (uri === MATHML) return type === 'math' ? 'Formula' : 'Span';
  if (uri !== PDF_17 && uri !== PDF_20) return undefined;
  if (uri === PDF_20) {
    if (/^H(?:[7-9]|[1-9]\d+)$/.test(type)) return 'H6';
    const nearest = NEAREST.get(type);
    if (nearest !== undefined) return nearest;
  }
  return isStandardType(type) ? type : undefined;
}
