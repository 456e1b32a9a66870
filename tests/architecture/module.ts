// Reads a source file into what the rules of the architecture look at: imports, exports, names it takes from its surroundings, comments.
// It must not know any rule.

import { posix } from 'node:path';
import { parseSync } from 'vite';

/** A node of the syntax tree (ESTree); what else it holds depends on its type. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** What one import, re-export, `import()` or `import('…')` type asks for. */
export interface Import {
  /** The path inside the project for a relative one ('src/tls/index.ts'), else the package's specifier. */
  readonly from: string;
  readonly relative: boolean;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
  /** The names it takes; `*` for all. */
  readonly names: readonly string[];
  readonly line: number;
}

/** A name at a place. */
export interface Mention {
  readonly name: string;
  readonly line: number;
}

export interface Module {
  /** From the project's root, with slashes: 'src/tls/index.ts'. */
  readonly path: string;
  readonly text: string;
  readonly program: Node;
  readonly comments: readonly {
    readonly type: 'Line' | 'Block';
    readonly value: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly imports: readonly Import[];
  /** What is imported under another name, by its own. */
  readonly renamed: readonly Mention[];
  /** Used but nowhere declared in the file: globals, with the members taken from them ('Math.random', 'document.body'). */
  readonly globals: readonly Mention[];
  /** Every name used for a property, attribute or call, declared or not. */
  readonly members: readonly Mention[];
  /** The types that `as` and its like claim, by the names in them. */
  readonly claims: readonly Mention[];
  /** What strings, templates between their holes, and JSX say. */
  readonly texts: readonly Mention[];
  lineOf(offset: number): number;
}

/** @throws Error when the text is not TypeScript */
export function readModule(path: string, text: string): Module {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} could not be parsed: ${errors[0]?.message}`);
  const tree = program as unknown as Node;
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const imports: Import[] = [];
  const members: Mention[] = [];
  const mentions: Mention[] = [];
  const claims: Mention[] = [];
  const renamed: Mention[] = [];
  const texts: Mention[] = [];
  const declared = new Set<string>();
  walk(tree, [], (node, parents) => {
    const found = importOf(node, path, lineOf);
    if (found) imports.push(found);
    for (const name of declaredBy(node)) declared.add(name);
    const member = memberOf(node);
    if (member !== undefined) members.push({ name: member, line: lineOf(node.start) });
    for (const name of claimedBy(node)) claims.push({ name, line: lineOf(node.start) });
    if (isRenaming(node)) renamed.push({ name: importedName(node), line: lineOf(node.start) });
    const said = textOf(node);
    if (said !== undefined) texts.push({ name: said, line: lineOf(node.start) });
    const mention = mentionOf(node, parents);
    if (mention !== undefined) mentions.push({ name: mention, line: lineOf(node.start) });
  });
  const globals = mentions.filter((mention) => !declared.has(mention.name.split(/[.(]/)[0] ?? ''));
  return { path, text, program: tree, comments, imports, globals, members, claims, renamed, texts, lineOf };
}

/** Nodes and lists of nodes directly under a node. */
export function children(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function walk(node: Node, parents: readonly Node[], visit: (node: Node, parents: readonly Node[]) => void): void {
  visit(node, parents);
  const chain = [node, ...parents];
  for (const child of children(node)) walk(child, chain, visit);
}

function importOf(node: Node, path: string, lineOf: (offset: number) => number): Import | undefined {
  const source = node.source;
  if (!isNode(source) || typeof source.value !== 'string') return undefined;
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  const kind = node.importKind ?? node.exportKind;
  const eachIsType =
    specifiers.length > 0 && specifiers.every((specifier) => (specifier.importKind ?? specifier.exportKind) === 'type');
  const relative = source.value.startsWith('.');
  return {
    from: relative ? posix.join(posix.dirname(path), source.value) : source.value,
    relative,
    typeOnly: node.type === 'TSImportType' || kind === 'type' || eachIsType,
    names: specifiers.length > 0 ? specifiers.map(importedName) : ['*'],
    line: lineOf(node.start),
  };
}

function importedName(specifier: Node): string {
  const imported = specifier.type === 'ExportSpecifier' ? specifier.local : specifier.imported;
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return isNode(imported) && typeof imported.name === 'string' ? imported.name : '*';
}

function declaredBy(node: Node): string[] {
  const places = [
    node.type === 'VariableDeclarator' ? node.id : undefined,
    node.type === 'CatchClause' ? node.param : undefined,
  ];
  if (/^(Function|Class)/.test(node.type)) places.push(node.id);
  if (Array.isArray(node.params)) places.push(...node.params);
  if (node.type.startsWith('Import') && node.type.endsWith('Specifier')) places.push(node.local);
  return places.filter(isNode).flatMap(boundNames);
}

/** The names that a pattern binds: `{ a, b: [c, ...d] = e }` binds a, c and d. */
function boundNames(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern.name)];
    case 'AssignmentPattern':
      return isNode(pattern.left) ? boundNames(pattern.left) : [];
    case 'Property':
      return isNode(pattern.value) ? boundNames(pattern.value) : [];
    default:
      return children(pattern)
        .filter((child) => !child.type.startsWith('TSType'))
        .flatMap(boundNames);
  }
}

function memberOf(node: Node): string | undefined {
  if (node.type === 'MemberExpression' && isNode(node.property)) {
    const name = node.property.name ?? node.property.value;
    return typeof name === 'string' ? name : undefined;
  }
  if (node.type === 'JSXAttribute' && isNode(node.name)) return String(node.name.name);
  if (node.type === 'Property' && isNode(node.key))
    return typeof node.key.name === 'string' ? node.key.name : String(node.key.value);
  return undefined;
}

function isRenaming(node: Node): boolean {
  return node.type === 'ImportSpecifier' && isNode(node.local) && node.local.name !== importedName(node);
}

/** The names in the type of `x as T` or `<T>x`. */
function claimedBy(node: Node): string[] {
  if (!/^TS(As|TypeAssertion)/.test(node.type) || !isNode(node.typeAnnotation)) return [];
  const names: string[] = [];
  walk(node.typeAnnotation, [], ({ type, name }) => {
    if (type === 'Identifier') names.push(String(name));
  });
  return names;
}

function textOf(node: Node): string | undefined {
  const value = node.type === 'TemplateElement' ? (node.value as { readonly cooked?: unknown }).cooked : node.value;
  return /^(Literal|TemplateElement|JSXText)$/.test(node.type) && typeof value === 'string' ? value : undefined;
}

/** How a bare name is used: 'document', 'Math.random', 'new Date()' with the brackets only when there are no arguments. */
function mentionOf(node: Node, parents: readonly Node[]): string | undefined {
  const [parent] = parents;
  if (node.type !== 'Identifier' || !parent || isNameOnly(node, parent, parents)) return undefined;
  const name = String(node.name);
  const property = parent.property;
  if (parent.type === 'MemberExpression' && isNode(property) && typeof property.name === 'string')
    return `${name}.${property.name}`;
  const called = (parent.type === 'NewExpression' || parent.type === 'CallExpression') && parent.callee === node;
  return called && Array.isArray(parent.arguments) && parent.arguments.length === 0 ? `${name}()` : name;
}

function isNameOnly(node: Node, parent: Node, parents: readonly Node[]): boolean {
  if (parent.type === 'MemberExpression') return parent.property === node && parent.computed !== true;
  if (parent.type === 'Property') return parent.key === node && parent.value !== node && parent.computed !== true;
  if (/^(PropertyDefinition|MethodDefinition|AccessorProperty)$/.test(parent.type)) return parent.key === node;
  if (/Specifier$|^(LabeledStatement|BreakStatement|ContinueStatement|MetaProperty)$/.test(parent.type)) return true;
  return parents.some((above) => /^TS(Type|Interface|Property|Method|Function|Index|Qualified)/.test(above.type));
}
