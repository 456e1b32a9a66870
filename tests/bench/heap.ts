// What a page holds in memory, apart from the code that the browser compiles for it and keeps as it likes.

import type { CDPSession } from 'playwright-core';

interface Snapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly unknown[] };
  };
  readonly nodes: readonly number[];
}

/** After collecting garbage, the bytes of everything that is alive and not code. */
export async function bytesAlive(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { snapshot, nodes } = await taken(devtools);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = (types[0] as readonly string[]).indexOf('code');
  let sum = 0;
  for (let at = 0; at < nodes.length; at += fields.length) if (nodes[at + type] !== code) sum += nodes[at + size] ?? 0;
  return sum;
}

async function taken(devtools: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', keep);
  return JSON.parse(chunks.join('')) as Snapshot;
}
