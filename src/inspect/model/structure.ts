import {
  type Dict,
  dictOf,
  isArray,
  isDict,
  isReference,
  nameOf,
  numberOf,
  type PdfFile,
  textOf,
  type Value,
} from '../objects/index.ts';
import { readNumberTree } from './number-tree.ts';
import { namespaceRoles } from './structure-namespaces.ts';
import { isStandardType } from './structure-types.ts';

/** What an element holds, in order. Pages and streams are object numbers. */
export type Kid =
  | { readonly kind: 'element'; readonly element: StructureElement }
  | {
      readonly kind: 'content';
      readonly mcid: number;
      /** Page or form whose content holds it; undefined when the file does not say. */
      readonly stream: number | undefined;
    }
  | { readonly kind: 'object'; readonly object: number | undefined; readonly page: number | undefined };

/** A structure element as a reader finds it. */
export interface StructureElement {
  readonly id: number | undefined;
  readonly dict: Dict;
  /** As written, and the standard type that the role map, or that of its namespace, leads to. */
  readonly type: string;
  readonly role: string;
  readonly parent: StructureElement | undefined;
  readonly kids: readonly Kid[];
  /** Of the element itself, and the one in force. */
  readonly ownLang: string | undefined;
  readonly lang: string | undefined;
  /** Place in reading order, from 0. */
  readonly order: number;
}

/** The structure tree of a file. */
export interface Structure {
  readonly roots: readonly StructureElement[];
  /** In reading order. */
  readonly elements: readonly StructureElement[];
  /** The same by their roles. */
  readonly byRole: ReadonlyMap<string, readonly StructureElement[]>;
  readonly byId: ReadonlyMap<number, StructureElement>;
  readonly roleMap: ReadonlyMap<string, string>;
  /** Types that lead back to themselves. */
  readonly circularRoles: readonly string[];
  /** Owners of marked content, by stream and number. */
  readonly owners: ReadonlyMap<ContentKey, StructureElement>;
  /** Owners of annotations and other objects, by object number, with the page that the file says they are on. */
  readonly objects: ReadonlyMap<number, { readonly element: StructureElement; readonly page: number | undefined }>;
  /** Number in the parent tree → element, or list of elements. */
  readonly parents: ReadonlyMap<number, Value>;
  readonly hasParentTree: boolean;
  /** Elements that stand at two places of the tree, by object number. */
  readonly repeated: readonly number[];
}

/** A stream and a number in it, as one. */
export type ContentKey = number | string;

/** Small numbers are put into one, since a key is made for each sequence of the file, and texts are dear. */
export function contentKey(stream: number | undefined, mcid: number): ContentKey {
  if (stream !== undefined && stream < FEW_STREAMS && mcid >= 0 && mcid < FEW_NUMBERS)
    return stream * FEW_NUMBERS + mcid;
  return `${stream ?? '-'}/${mcid}`;
}

const FEW_NUMBERS = 2 ** 11;
const FEW_STREAMS = 2 ** 20;

/** Elements of some roles, in reading order. */
export function elementsOf(structure: Structure | undefined, ...roles: readonly string[]): readonly StructureElement[] {
  const found = roles.flatMap((role) => structure?.byRole.get(role) ?? []);
  return roles.length > 1 ? found.sort((a, b) => a.order - b.order) : found;
}

/** Reads the structure tree; undefined when there is none. Source: ISO 32000-1 14.7. */
export function readStructure(file: PdfFile): Structure | undefined {
  const root = dictOf(file.get(file.catalog, 'StructTreeRoot'));
  if (root === undefined) return undefined;
  const { roleMap, circular } = readRoleMap(file, root);
  const elements: StructureElement[] = [];
  const byId = new Map<number, StructureElement>();
  const byRole = new Map<string, StructureElement[]>();
  const owners = new Map<ContentKey, StructureElement>();
  const objects = new Map<number, { readonly element: StructureElement; readonly page: number | undefined }>();
  const repeated: number[] = [];
  const namespaces = namespaceRoles(file);
  const roleOf = (type: string, dict: Dict): string => {
    const namespace = dictOf(file.get(dict, 'NS'));
    return namespace === undefined ? (roleMap.get(type) ?? type) : namespaces.roleOf(type, namespace);
  };

  const visit = (value: Value, from: Inherited, depth: number): StructureElement | undefined => {
    const dict = dictOf(file.resolve(value));
    if (dict === undefined || depth > file.budget.limits.levels) return undefined;
    const id = isReference(value) ? value.ref : undefined;
    if (id !== undefined && byId.has(id)) {
      repeated.push(id);
      return undefined;
    }
    file.budget.spend('elements', 1);
    const type = nameOf(file.get(dict, 'S')) ?? '';
    const ownLang = textOf(file.get(dict, 'Lang'));
    const kids: Kid[] = [];
    const element: StructureElement = {
      id,
      dict,
      type,
      role: roleOf(type, dict),
      parent: from.parent,
      kids,
      ownLang,
      lang: ownLang ?? from.lang,
      order: elements.length,
    };
    elements.push(element);
    const alike = byRole.get(element.role);
    if (alike === undefined) byRole.set(element.role, [element]);
    else alike.push(element);
    if (id !== undefined) byId.set(id, element);
    const page = dict.entries.get('Pg');
    const inherited: Inherited = {
      parent: element,
      lang: element.lang,
      page: isReference(page) ? page.ref : from.page,
    };
    const held = listOf(file, dict.entries.get('K'));
    file.budget.spend('elements', held.length);
    for (const kid of held) {
      const made = readKid(kid, inherited, depth);
      if (made !== undefined) kids.push(made);
    }
    return element;
  };
  const readKid = (value: Value, from: Inherited, depth: number): Kid | undefined => {
    const resolved = file.resolve(value);
    const owner = from.parent;
    if (owner === undefined) return undefined;
    if (typeof resolved === 'number') return ownContent(resolved, from.page, owner);
    if (!isDict(resolved)) return undefined;
    const kind = nameOf(file.get(resolved, 'Type'));
    const page = resolved.entries.get('Pg');
    const onPage = isReference(page) ? page.ref : from.page;
    if (kind === 'MCR') {
      const stream = resolved.entries.get('Stm');
      return ownContent(numberOf(file.get(resolved, 'MCID')) ?? -1, isReference(stream) ? stream.ref : onPage, owner);
    }
    if (kind === 'OBJR') {
      const target = resolved.entries.get('Obj');
      const object = isReference(target) ? target.ref : undefined;
      if (object !== undefined) objects.set(object, { element: owner, page: onPage });
      return { kind: 'object', object, page: onPage };
    }
    const element = visit(value, from, depth + 1);
    return element === undefined ? undefined : { kind: 'element', element };
  };
  const ownContent = (mcid: number, stream: number | undefined, owner: StructureElement): Kid => {
    const key = contentKey(stream, mcid);
    if (!owners.has(key)) owners.set(key, owner);
    return { kind: 'content', mcid, stream };
  };

  const lang = textOf(file.get(file.catalog, 'Lang'));
  const roots = listOf(file, root.entries.get('K')).flatMap((value) => {
    const element = visit(value, { parent: undefined, lang, page: undefined }, 0);
    return element === undefined ? [] : [element];
  });
  const tree = dictOf(file.get(root, 'ParentTree'));
  return {
    roots,
    elements,
    byRole,
    byId,
    roleMap,
    circularRoles: [...circular, ...namespaces.circular],
    owners,
    objects,
    parents: tree === undefined ? new Map() : readNumberTree(file, tree),
    hasParentTree: tree !== undefined,
    repeated,
  };
}

interface Inherited {
  readonly parent: StructureElement | undefined;
  readonly lang: string | undefined;
  readonly page: number | undefined;
}

function listOf(file: PdfFile, value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  const resolved = file.resolve(value);
  return isArray(resolved) ? resolved : resolved === null ? [] : [value];
}

/** Follows each type to a standard one. Source: ISO 32000-1 14.7.3. */
function readRoleMap(file: PdfFile, root: Dict) {
  const written = dictOf(file.get(root, 'RoleMap'));
  const direct = new Map([...(written?.entries ?? [])].map(([from, to]) => [from, nameOf(file.resolve(to)) ?? '']));
  const roleMap = new Map<string, string>();
  const circular: string[] = [];
  for (const from of direct.keys()) {
    const seen = new Set<string>();
    let type = from;
    while (!seen.has(type) && direct.has(type) && (type === from || !isStandardType(type))) {
      seen.add(type);
      type = direct.get(type) ?? '';
    }
    if (seen.has(type)) circular.push(from);
    roleMap.set(from, isStandardType(from) ? from : type);
  }
  return { roleMap, circular };
}
