// Holds the sources to the rules of the architecture, and the rules to examples that break them.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModule } from './architecture/module.ts';
import { rules } from './architecture/rules.ts';

type RuleName = keyof typeof rules;

const names = Object.keys(rules) as RuleName[];
const head = '// What it is.\n';

/** For each rule, trees of a few files that break it … */
const broken: Readonly<Record<RuleName, readonly Readonly<Record<string, string>>[]>> = {
  'every file lives in a room': [{ 'src/attic/trunk.ts': '' }, { 'src/loose.ts': '' }],
  'a layer imports only what stands to its left': [
    { 'src/tls/a.ts': "import { run } from '../lab/index.ts';" },
    { 'src/tls/a.ts': "import type { Timeline } from '../lab/index.ts';" },
    { 'src/tls/a.ts': "export * from '../lab/index.ts';" },
    { 'src/bytes/a.ts': "const lab = () => import('../lab/index.ts');" },
    { 'src/bytes/a.ts': "type Run = import('../lab/index.ts').Run;" },
    { 'src/diagram/a.ts': "import type { Bytes } from '../bytes/index.ts';" },
    { 'src/story/a.ts': "import { layout } from '../diagram/index.ts';" },
    { 'src/store/a.ts': "import type { Scene } from '../diagram/index.ts';" },
    { 'src/app/a.ts': "import { fixture } from '../../tests/fixture.ts';" },
  ],
  'other rooms are entered through index.ts': [
    { 'src/lab/a.ts': "import { x } from '../tls/machine.ts';" },
    { 'src/lab/a.ts': "import { x } from '../tls/client/index.ts';" },
    { 'src/ui/a.ts': "import { x } from '../story/explain/words.ts';" },
    { 'src/story/a.ts': "import { x } from '../words/explain/lessons.ts';" },
  ],
  'sentences stand in words': [
    { 'src/tls/a.ts': "throw new TlsFault('flood', 'Nothing came of it.');" },
    { 'src/pki/a.ts': 'const reason = `The key is weak`;' },
    { 'src/lab/a.ts': "const because = 'Nobody minds, since nobody asked.';" },
    { 'src/story/a.ts': `const told = (who: Role) => \`The \${who} refuses.\`;` },
    { 'src/ui/a.tsx': 'const a = <p>There is nothing here</p>;' },
    { 'src/ui/a.tsx': 'const a = <p>{count} bytes were lost.</p>;' },
    { 'src/ui/a.tsx': 'const a = <button aria-label="Close all of it" />;' },
    { 'src/app/a.ts': "tell({ text: 'It could not be copied.' });" },
    { 'src/tls/a.ts': "throw new TlsFault('bad-finished', 'Finished does not fit.');" },
  ],
  'words know others by their types alone': [
    { 'src/words/a.ts': "import { entryNamed } from '../lab/index.ts';" },
    { 'src/words/explain/a.ts': "import { type Role, alertFor } from '../../tls/index.ts';" },
    { 'src/words/a.ts': "const lab = () => import('../lab/index.ts');" },
  ],
  'no file needs itself': [
    {
      'src/tls/a.ts': "import { b } from './b.ts';",
      'src/tls/b.ts': "import { c } from './c.ts';",
      'src/tls/c.ts': "export * from './a.ts';",
    },
    { 'src/tls/a.ts': "import { a } from './a.ts';" },
    { 'src/ui/a.ts': "import { b } from './b.ts';", 'src/ui/b.ts': "const a = () => import('./a.ts');" },
    { 'src/tls/a.ts': "import type { B } from './b.ts';", 'src/tls/b.ts': "import type { A } from './a.ts';" },
    { 'src/lab/a.ts': "import { type B, b } from './b.ts';", 'src/lab/b.ts': "type A = import('./a.ts').A;" },
    // What comes late, and the list of it.
    {
      'src/lab/list.ts': "export const late = { more: () => import('./more.ts') };",
      'src/lab/more.ts': "import { rest } from './rest.ts';",
      'src/lab/rest.ts': "import type { late } from './list.ts';",
    },
  ],
  'story tells of any run, whether it was played or not': [
    { 'src/story/a.ts': "import { run } from '../lab/index.ts';" },
    { 'src/story/a/b.ts': "import { type Timeline, play } from '../../lab/index.ts';" },
    { 'src/story/a.ts': "import { NOW } from '../lab/index.ts';" },
    { 'src/story/a.ts': "import { castOf } from '../lab/run.ts';" },
    { 'src/story/a.ts': "import * as lab from '../lab/index.ts';" },
    { 'src/story/a.ts': "const lab = () => import('../lab/index.ts');" },
    { 'src/story/a.ts': 'const asks = timeline.scenario.clientAuthentication;' },
    { 'src/story/a.ts': 'const versionOf = ({ scenario }: Timeline) => scenario.version;' },
  ],
  'packages stay in their room': [
    { 'src/tls/a.ts': "import forge from 'node-forge';" },
    { 'src/tls/a.ts': "import asn1 from 'node-forge/lib/asn1.js';" },
    { 'src/ui/a.ts': "import { select } from 'd3';" },
    { 'src/story/a.ts': "import { useMemo } from 'react';" },
    { 'src/store/a.ts': "import type { ReactNode } from 'react';" },
    { 'src/ui/a.ts': "import { create } from 'zustand';" },
    { 'src/pki/a.ts': "import { p256 } from '@noble/curves/nist.js';" },
    { 'src/lab/a.ts': "import { readFileSync } from 'node:fs';" },
    { 'src/ui/a.ts': "import _ from 'lodash';" },
  ],
  'no chance and no clock below ui': [
    { 'src/tls/a.ts': 'export const nonce = Math.random();' },
    { 'src/lab/a.ts': 'const now = Date.now();' },
    { 'src/lab/a.ts': 'const now = new Date();' },
    { 'src/lab/a.ts': 'const { now } = performance;' },
    { 'src/crypto/a.ts': 'crypto.getRandomValues(bytes);' },
    { 'src/crypto/a.ts': 'const { subtle } = crypto;' },
    { 'src/diagram/view.ts': 'const at = performance.now();' },
  ],
  'no browser below ui, but where the diagram draws': [
    { 'src/story/a.ts': 'const title = document.title;' },
    { 'src/store/a.ts': 'localStorage.setItem("a", "b");' },
    { 'src/store/a.ts': 'setTimeout(() => {}, 5);' },
    { 'src/lab/a.ts': 'const hash = window.location.hash;' },
    { 'src/tls/a.ts': 'globalThis.x = 1;' },
    { 'src/diagram/layout.ts': 'const pen = document.createElement("canvas");' },
  ],
  'nothing turns text into markup or code': [
    { 'src/ui/a.ts': 'element.innerHTML = text;' },
    { 'src/ui/a.ts': 'element["innerHTML"] = text;' },
    { 'src/ui/a.tsx': 'const a = <p dangerouslySetInnerHTML={{ __html: text }} />;' },
    { 'src/diagram/view.ts': 'select(node).html(text);' },
    { 'src/app/a.ts': 'eval(text);' },
    { 'src/app/a.ts': 'const f = new Function(text);' },
  ],
  'nothing writes to the console': [
    { 'src/ui/a.ts': 'console.log("here");' },
    { 'src/tls/a.ts': 'console.error(error);' },
  ],
  'the honest engine has no code for mischief': [
    { 'src/tls/a.ts': 'if (config.seams) skipTheCheck();' },
    { 'src/tls/a.ts': 'const { seams } = config;' },
    { 'src/tls/a.ts': 'const spoil = config.seams?.bend !== undefined;' },
    { 'src/tls/client/a.ts': "if (mischief === 'bad-signature') signature[0] ^= 1;" },
    { 'src/tls/a.ts': 'export const misbehaving = true;' },
  ],
  'a proof comes from its checker': [
    { 'src/tls/client/a.ts': "const proof = { subject: 'CN=a' } as unknown as PossessionProof;" },
    { 'src/tls/server/a.ts': 'const proof = <FinishedProof>{};' },
    { 'src/lab/a.ts': 'const proofs = [{}] as readonly ChainProof[];' },
    { 'src/tls/a.ts': "const state = { name: 'CONNECTED' } as Connected;" },
    { 'src/tls/a.ts': "import type { ChainProof as Chain } from './keys/proofs.ts';" },
  ],
  'no default export below app': [
    { 'src/ui/a.ts': 'export default function a() {}' },
    { 'src/ui/a.ts': 'const a = 1; export { a as default };' },
  ],
  'no file is too long': [{ 'src/tls/a.ts': 'const a = 1;\n'.repeat(301) }],
  'a file opens by saying what it is': [
    { 'src/tls/a.ts': 'const a = 1;' },
    { 'src/tls/a.ts': `${head.repeat(7)}const a = 1;` },
  ],
  'what a room offers is documented': [
    { 'src/tls/index.ts': "export * from './a.ts';", 'src/tls/a.ts': 'export function run() {}' },
    {
      'src/tls/index.ts': "export { run as play } from './a.ts';",
      'src/tls/a.ts': '// no doc\nexport const run = () => 1;',
    },
    { 'src/story/x/index.ts': '/** Of x. */\nconst x = 1;\nexport class Run {}' },
  ],
  'nothing is left undone or silenced': [
    { 'src/tls/a.ts': '// TODO: later' },
    { 'src/tls/a.ts': '// @ts-ignore\nconst a: string = 1;' },
    { 'src/tls/a.ts': '/* FIXME */' },
  ],
  'prose has the quotes of print': [
    { 'src/tls/a.ts': `const a = "It can't be.";` },
    { 'src/ui/a.tsx': "const a = <p>It can't be.</p>;" },
    { 'src/story/a.ts': "const a = `The side's name doesn't fit.`;" },
    { 'src/pki/a.ts': "const a = `the time 'now'`;" },
  ],
  'files are nouns': [{ 'src/tls/utils.ts': '' }, { 'src/ui/hex-helpers.ts': '' }],
};

const told = `${head}import { framesIn, type Scenario, type Timeline } from '../lab/index.ts';
const summary = (scenario: Scenario) => scenario.version;
const now = ({ circumstances }: Timeline) => circumstances.now;`;

/** … and trees that keep all of them. */
const sound: readonly Readonly<Record<string, string>>[] = [
  {
    'src/story/a.ts': `${head}import type { Model } from '../diagram/index.ts';\nimport { type Row } from '../diagram/index.ts';`,
  },
  {
    'src/ui/a.tsx': `${head}import { useStore } from 'zustand';\nimport { view } from '../diagram/index.ts';\nimport { words } from '../story/explain/index.ts';`,
  },
  {
    'src/ui/a.ts': `${head}import type { B } from './b.ts';\nconst c = () => import('./c.ts');`,
    'src/ui/b.ts': `${head}import type { C } from './c.ts';`,
    'src/ui/c.ts': `${head}export const c = 1;`,
  },
  {
    'src/tls/a.ts': `${head}const f = (location: string, { history }: X) => location + history;\nconst s = 'document';\n// window`,
  },
  {
    'src/tls/a.ts': `${head}const d = new Date(0); const at = moment.document; interface W { window: Window; performance(): void }`,
  },
  {
    'src/words/a.ts': `${head}const a = 'Transcript-Hash("")'; const b = 'It can’t be.';`,
    'src/lab/diagnose/a.ts': `${head}const a = "can't match";`,
  },
  { 'src/story/a.ts': told },
  { 'src/diagram/surface.ts': `${head}const group = document.createElement('g');` },
  {
    'src/words/a.ts': `${head}export const refuses = 'The server refuses this certificate.';`,
    'src/lab/a.ts': `${head}throw new RangeError('Give it a state that it knows.'); const find = 'could not read it from there';`,
    'src/ui/a.tsx': `${head}const a = <p className="loading quiet small">{text.loading}</p>; const b = 'TLS 1.3';`,
  },
  {
    'src/words/a.ts': `${head}import type { Role } from '../tls/index.ts';\nimport { listed } from './grammar.ts';`,
    'src/ui/a.ts': `${head}import { a } from '../words/a.ts';\nimport { b } from '../words/explain/index.ts';`,
  },
  { 'src/app/main.tsx': `${head}const at = performance.now(); export default at;` },
  {
    'src/tls/index.ts': `${head}export { run } from './a.ts';`,
    'src/tls/a.ts': `${head}/** Runs. */\nexport function run() {}\nexport function other() {}`,
  },
];

const read = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, text]) => readModule(path, text));

describe('the sources', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map(
    (file) => `src/${file.replaceAll('\\', '/')}`,
  );
  const paths = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts')).sort();
  const modules = paths.map((path) => readModule(path, readFileSync(path, 'utf8')));

  it('are there', () => expect(modules.length).toBeGreaterThan(50));

  it.each(names)('%s', (name) => expect(rules[name](modules)).toEqual([]));
});

describe('the rules', () => {
  it.each(names.flatMap((name) => broken[name].map((files) => ({ name, files }))))(
    'notice: $name, $files',
    ({ name, files }) => {
      expect(rules[name](read(files))).not.toEqual([]);
    },
  );

  it.each(sound.map((files) => ({ files })))('are content with $files', ({ files }) => {
    expect(names.flatMap((name) => rules[name](read(files)))).toEqual([]);
  });
});
