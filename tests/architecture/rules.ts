// The rules of the architecture, each a function from all modules to complaints. An empty list means that the rule is kept.
// It must not read files: the test hands in the sources, or small examples that break a rule.

import { children, isNode, type Module, type Node } from './module.ts';
import { sentencesIn } from './sentences.ts';

/** @returns one sentence per breach, with its place */
export type Rule = (modules: readonly Module[]) => string[];

/** Each layer may import itself and what stands to its left. */
const layers = ['shelf', 'bytes', 'crypto', 'pki', 'tls', 'lab', 'words', 'story', 'lesson', 'store', 'ui', 'app'];
const rooms = [...layers, 'diagram'];

/** Who may import which package: a name, or the beginning of one up to a slash. */
const packages: Readonly<Record<string, readonly string[]>> = {
  '@noble/ciphers': ['crypto'],
  '@noble/curves': ['crypto'],
  '@noble/hashes': ['crypto'],
  'node-forge': ['pki'],
  d3: ['diagram'],
  gifenc: ['ui'],
  fflate: ['lesson'],
  'workbox-precaching': ['app'],
  'mdast-util-from-markdown': ['lesson'],
  mdast: ['lesson'],
  zustand: ['store'],
  react: ['ui', 'app'],
  'react-dom': ['ui', 'app'],
  '@fontsource-variable/atkinson-hyperlegible-next': ['ui', 'app'],
  '@fontsource-variable/atkinson-hyperlegible-mono': ['ui', 'app'],
};

/** Parts of rooms that a page may load later, or that few need: each has a door of its own. */
const parts: Readonly<Record<string, string>> = {
  crypto: 'passwords',
  pki: 'fields|containers|packing|verifiers',
  tls: 'keys|record|tls12|wire',
  lab: 'diagnose|export|manners|own|peers|practice|proxied|sweep',
  lesson: 'draft|format|packing|platform|predict|progress|shelf',
  diagram: 'beside|three',
  store: 'beside|course|locks|own|predict|present',
  ui: 'platform',
  story:
    'certificates|compare|explain|export|fields|keys|ladders|locals|messages|notes|onlooker|proxied|refusals|tls12',
};

/** In this room every subject is a door, a file or a folder: each comes with whoever takes its words. */
const wordsDoor = /^src\/words\/([a-z0-9]+\.ts|[a-z0-9]+\/index\.ts)$/;

/** What is said between the two sides of a run: their pages, and the names in their certificates. It is data, in any language. */
const saidInside =
  /^src\/(lab\/script|lab\/proxied\/http|lab\/own\/page-refusal|lab\/practice\/make|lab\/mischief\/spoiled-certificates|pki\/demo)\.ts$/;

/** What plays a scenario, makes one, or says how all of them are; and everything at once. */
const plays = /^(run\w*|play\w*|\w*[cC]ast\w*|agreeing|staged|supply|defaultScenario|NOW|\*)$/;

/** Files that may be longer than the limit, each with its reason: tables and words, where a cut would only scatter them. */
const longOnes: Readonly<Record<string, string>> = {};
const longest = 300;

/** The files of the diagram that draw; the others are arithmetic. */
const drawing = /^src\/diagram\/(picture|surface|view|motion|element|draw-[a-z-]+)\.ts$/;

const chance = /^(Math\.random|Date\.now|Date\(\)|performance\b.*|crypto\b.*|Temporal\b.*|process\b.*)$/;
const surroundings =
  /^(window|document|globalThis|self|navigator|location|history|localStorage|sessionStorage|indexedDB|fetch|XMLHttpRequest|WebSocket|Worker|matchMedia|setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame|requestIdleCallback)\b/;
const markup =
  /^(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc|html|setHTMLUnsafe|parseFromString)$/;

/** What only the checks of tls/keys/proofs.ts come to, and the connection that rests on it. */
const proof = /^((Chain|Possession|Finished)Proof|Connected)$/;

/** The ways in which the engine may name its seams outside its configuration: to hand them on, or to ask one that is there. */
const passesSeams =
  /\bseams\??\.(bend|seal|watch)\?\.\(|\bconfig\.seams \?\? \{\}|\bseams: Seams\b|, this\.seams,|import type .*\bSeams\b/;
const mischievous =
  /\b(mischief|misbehav\w*|sabotag\w*|scenario\w*|catalogue|tamper(?!ed with)\w*|cheat\w*|malicious\w*|evil|fuzz\w*|hack\w*|lying|liar|forge[drs]?|simulat\w*)\b/i;

export const rules = {
  'every file lives in a room': each((module) =>
    rooms.includes(roomOf(module.path)) ? [] : [`${module.path} is in no room of src/`],
  ),

  'a layer imports only what stands to its left': eachImport((module, wanted) => {
    if (!wanted.relative) return undefined;
    const from = roomOf(module.path);
    const to = roomOf(wanted.from);
    if (from === to || mayImport(from, to, wanted.typeOnly)) return undefined;
    return `imports ${wanted.from}: ${from} may not know ${to}${from === 'story' && to === 'diagram' ? ' beyond its types' : ''}`;
  }),

  'other rooms are entered through index.ts': eachImport((module, wanted) => {
    const from = roomOf(module.path);
    const to = roomOf(wanted.from);
    if (!wanted.relative || from === to) return undefined;
    const part = parts[to] === undefined ? '' : `((${parts[to]})/)?`;
    const door = to === 'words' ? wordsDoor : new RegExp(`^src/${to}/${part}index\\.ts$`);
    return door.test(wanted.from) ? undefined : `imports ${wanted.from}, not ${to}'s index.ts`;
  }),

  'words know others by their types alone': eachImport(({ path }, { from, relative, typeOnly }) =>
    !relative || roomOf(path) !== 'words' || ['words', 'shelf'].includes(roomOf(from)) || typeOnly
      ? undefined
      : `imports ${from}: sentences are functions of values, so let whoever asks hand them in`,
  ),

  // The programs in tools/ speak for themselves: they have no reader but whoever types their names.
  'sentences stand in words': each((module) =>
    roomOf(module.path) === 'words' || saidInside.test(module.path)
      ? []
      : sentencesIn(module).map(
          ({ name, line }) => `${module.path}:${line} tells the reader something: ${name.trim()}`,
        ),
  ),

  'no file needs itself': (modules) => cycles(modules).map((cycle) => `${cycle.join(' → ')} is a cycle`),

  'story tells of any run, whether it was played or not': (modules) => [
    ...eachImport(({ path }, { from, names }) => {
      if (roomOf(path) !== 'story' || !from.startsWith('src/lab/')) return undefined;
      const taken = names.filter((name) => plays.test(name));
      return taken.length === 0 ? undefined : `takes ${taken.join(', ')} from ${from}: a run carries its circumstances`;
    })(modules),
    ...each(({ path, members }) =>
      roomOf(path) !== 'story'
        ? []
        : members
            .filter(({ name }) => name === 'scenario')
            .map(({ line }) => `${path}:${line} asks for the scenario of a run: ask its circumstances`),
    )(modules),
  ],

  'packages stay in their room': eachImport((module, wanted) => {
    if (wanted.relative) return undefined;
    const room = roomOf(module.path);
    if (room === 'ui' && wanted.from === 'zustand' && wanted.names.every((name) => name === 'useStore'))
      return undefined;
    const found = Object.keys(packages).find((name) => wanted.from === name || wanted.from.startsWith(`${name}/`));
    return found && packages[found]?.includes(room)
      ? undefined
      : `imports ${wanted.from}, which has no place in ${room}`;
  }),

  'no chance and no clock below ui': eachGlobal((module, name) =>
    belowUi(module) && chance.test(name) ? 'take randomness and time from Env' : undefined,
  ),

  'no browser below ui, but where the diagram draws': eachGlobal((module, name) =>
    belowUi(module) && !drawing.test(module.path) && surroundings.test(name) ? 'this belongs to ui' : undefined,
  ),

  'nothing turns text into markup or code': (modules) => [
    ...eachGlobal((_, name) => (/^(eval|Function)(\(\))?$/.test(name) ? 'text never becomes code' : undefined))(
      modules,
    ),
    ...each((module) =>
      module.members
        .filter(({ name }) => markup.test(name))
        .map(({ name, line }) => `${module.path}:${line} uses ${name}: text never becomes markup`),
    )(modules),
  ],

  'nothing writes to the console': eachGlobal((_, name) =>
    /^console\b/.test(name) ? 'errors are told where people look' : undefined,
  ),

  'the honest engine has no code for mischief': each((module) => {
    if (roomOf(module.path) !== 'tls') return [];
    return codeLines(module).flatMap((code, index) => {
      const place = `${module.path}:${index + 1}`;
      const seams = /\bseams\b/i.test(code) && module.path !== 'src/tls/config.ts' && !passesSeams.test(code);
      return [
        ...(seams ? [`${place} does more with the seams than to hand them on or to ask them: ${code.trim()}`] : []),
        ...(mischievous.test(code) ? [`${place} speaks of mischief: ${code.trim()}`] : []),
      ];
    });
  }),

  'a proof comes from its checker': each((module) => {
    if (module.path === 'src/tls/keys/proofs.ts') return [];
    const renamed = module.renamed.filter(({ name }) => proof.test(name));
    return [...module.claims.filter(({ name }) => proof.test(name)), ...renamed].map(
      ({ name, line }) => `${module.path}:${line} claims a ${name}: only the check itself can say so`,
    );
  }),

  'no default export below app': each((module) =>
    roomOf(module.path) === 'app'
      ? []
      : children(module.program)
          .filter((node) => node.type === 'ExportDefaultDeclaration' || reexportsDefault(node))
          .map((node) => `${module.path}:${module.lineOf(node.start)} has a default export`),
  ),

  'no file is too long': each((module) => {
    const lines = module.text.trimEnd().split('\n').length;
    return lines <= longest || module.path in longOnes
      ? []
      : [`${module.path} has ${lines} lines; above ${longest} it is two things`];
  }),

  'a file opens by saying what it is': each((module) => {
    const lines = module.text.split('\n');
    const head = lines.findIndex((line) => !line.startsWith('//'));
    return head >= 1 && head <= 6 ? [] : [`${module.path} opens with ${head} lines of comment instead of 1 to 6`];
  }),

  'what a room offers is documented': (modules) =>
    modules
      // What a function of words says, stands in it.
      .filter(({ path }) => /^src\/(?!words\/)[a-z]+\/([a-z0-9-]+\/)?index\.ts$/.test(path))
      .flatMap((door) => undocumented(door, modules)),

  'nothing is left undone or silenced': each((module) =>
    module.comments
      .filter(({ value }) => /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|expect-error|nocheck)/.test(value))
      .map(({ value, start }) => `${module.path}:${module.lineOf(start)} says "${value.trim()}"`),
  ),

  'prose has the quotes of print': each((module) => {
    const straight = roomOf(module.path) === 'pki' ? /['"]/ : /\p{L}'\p{L}/u;
    // What other programs write in their logs is theirs.
    if (module.path.startsWith('src/lab/diagnose/') || module.path === 'src/words/own/journals.ts') return [];
    return module.texts
      .filter(({ name }) => straight.test(name))
      .map(({ name, line }) => `${module.path}:${line} has straight quotes: ${name}`);
  }),

  'files are nouns': each((module) =>
    /(^|[/.-])(utils?|helpers?|misc|common|manager|stuff)[.-]/i.test(module.path)
      ? [`${module.path} does not say what it holds`]
      : [],
  ),
} as const satisfies Record<string, Rule>;

function each(complaints: (module: Module) => string[]): Rule {
  return (modules) => modules.flatMap(complaints);
}

function eachImport(complaint: (module: Module, wanted: Module['imports'][number]) => string | undefined): Rule {
  return each((module) =>
    module.imports.flatMap((wanted) => {
      const says = complaint(module, wanted);
      return says === undefined ? [] : [`${module.path}:${wanted.line} ${says}`];
    }),
  );
}

function eachGlobal(complaint: (module: Module, name: string) => string | undefined): Rule {
  return each((module) =>
    module.globals.flatMap(({ name, line }) => {
      const says = complaint(module, name);
      return says === undefined ? [] : [`${module.path}:${line} uses ${name}: ${says}`];
    }),
  );
}

/** The lines of a module without its comments. */
function codeLines({ text, comments }: Module): string[] {
  const bare = comments.reduce(
    (code, { start, end }) => code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end),
    text,
  );
  return bare.split('\n');
}

function roomOf(path: string): string {
  const [top, room, ...inside] = path.split('/');
  return top === 'src' && inside.length > 0 ? (room ?? '') : path;
}

function mayImport(from: string, to: string, typeOnly: boolean): boolean {
  if (to === 'diagram') return from === 'ui' || from === 'app' || (from === 'story' && typeOnly);
  return layers.includes(to) && layers.indexOf(to) < layers.indexOf(from);
}

function belowUi(module: Module): boolean {
  return !['ui', 'app'].includes(roomOf(module.path));
}

function reexportsDefault(node: Node): boolean {
  const specifiers =
    node.type === 'ExportNamedDeclaration' && Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  return specifiers.some(({ exported }) => isNode(exported) && exported.name === 'default');
}

/**
 * Every file that comes back to itself along its imports, once per cycle. Types count, and so does `import()`: hence what is loaded
 * late can't know the list that it is loaded from.
 */
function cycles(modules: readonly Module[]): string[][] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (path: string, trail: readonly string[]) => {
    const back = trail.indexOf(path);
    if (back >= 0) found.push([...trail.slice(back), path]);
    if (back >= 0 || done.has(path)) return;
    for (const wanted of byPath.get(path)?.imports ?? []) visit(wanted.from, [...trail, path]);
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return found;
}

/** The functions and classes that a door offers without a doc comment. */
function undocumented(door: Module, modules: readonly Module[]): string[] {
  const offers = door.imports.filter((wanted) => wanted.relative && !wanted.typeOnly);
  return [{ from: door.path, names: ['*'] }, ...offers].flatMap(({ from, names }) => {
    const module = modules.find(({ path }) => path === from);
    if (!module) return [];
    return children(module.program)
      .filter((node) => node.type === 'ExportNamedDeclaration')
      .flatMap((node) => functionNames(node).map((name) => ({ node, name })))
      .filter(({ name }) => names.includes('*') || names.includes(name))
      .filter(({ node }) => !hasDocComment(module, node))
      .map(({ node, name }) => `${module.path}:${module.lineOf(node.start)} offers ${name} without a doc comment`);
  });
}

function functionNames(node: Node): string[] {
  const { declaration } = node;
  if (!isNode(declaration)) return [];
  const declarators = Array.isArray(declaration.declarations) ? declaration.declarations.filter(isNode) : [];
  const functions = declarators.filter(({ init }) => isNode(init) && /^(Arrow)?Function/.test(init.type));
  const named = /^(Function|Class)Declaration$/.test(declaration.type) ? [declaration] : functions;
  return named.map(({ id }) => (isNode(id) ? String(id.name) : ''));
}

/** Line comments may stand between: a linter's exemption with its reason. */
function hasDocComment(module: Module, node: Node): boolean {
  const between = (end: number) =>
    module.text
      .slice(end, node.start)
      .replaceAll(/\/\/.*/g, '')
      .trim();
  return module.comments.some(
    ({ type, value, end }) => type === 'Block' && value.startsWith('*') && end <= node.start && between(end) === '',
  );
}
