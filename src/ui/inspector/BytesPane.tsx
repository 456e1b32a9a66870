// One layer of bytes: the field tree, what the picked field means, and the hex, linked both ways.
// It must not know which layer this is, nor where explanations come from.

import { type ReactNode, useMemo, useState } from 'react';
import type { Bytes, Field } from '../../bytes/index.ts';
import { words } from '../words.ts';
import { FieldTree } from './FieldTree.tsx';
import { HexDump } from './HexDump.tsx';
import { ancestors, chainOf, foldedAtFirst, idAt, linesOf, rootId } from './outline.ts';

interface Props {
  readonly title: string;
  readonly bytes: Bytes;
  readonly field: Field;
  /** The picked field by its place, or null for the whole layer. */
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
  /** What a field means, given the fields from the root down to it. */
  readonly explain: (chain: readonly Field[]) => ReactNode;
}

export function BytesPane({ title, bytes, field: root, picked, onPick, explain }: Props) {
  const [folded, setFolded] = useState(() => foldedAtFirst(root));
  const [hovered, setHovered] = useState<string>();
  const [at, setAt] = useState(0);
  const chosen = picked !== null && chainOf(root, picked).length > 0 ? picked : rootId;
  const lines = useMemo(() => linesOf(root, folded), [root, folded]);
  const chain = chainOf(root, chosen);
  const field = chain.at(-1) ?? root;
  const under = hovered === undefined ? undefined : chainOf(root, hovered).at(-1);
  const inside = at >= field.start && at < field.end ? at : field.start;
  const fold = (id: string, shut: boolean): void => {
    setFolded((before) => new Set(shut ? [...before, id] : [...before].filter((other) => other !== id)));
    if (shut && chosen.startsWith(`${id}/`)) onPick(id);
  };
  const unfold = (id: string): void => {
    const above = new Set(ancestors(id));
    if ([...above].some((other) => folded.has(other)))
      setFolded(new Set([...folded].filter((other) => !above.has(other))));
  };
  const pickByte = (offset: number): void => {
    const id = idAt(root, offset);
    setAt(offset);
    if (id === undefined) return;
    unfold(id);
    onPick(id);
  };
  const pickField = (id: string): void => {
    setAt(chainOf(root, id).at(-1)?.start ?? 0);
    onPick(id);
  };
  const visible = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : (ancestors(id).find((above) => folded.has(above)) ?? id);
  return (
    <div className="bytes-pane">
      <FieldTree
        label={words.bytes.tree(title)}
        bytes={bytes}
        lines={lines}
        picked={visible(chosen) ?? rootId}
        hovered={visible(hovered)}
        onPick={pickField}
        onHover={setHovered}
        onFold={fold}
      />
      <div className="meaning" aria-live="polite">
        {explain(chain)}
      </div>
      <HexDump
        bytes={bytes}
        picked={field === root ? undefined : field}
        hovered={under}
        at={inside}
        meaning={field.name}
        onPick={pickByte}
        onHover={(offset) => setHovered(offset === undefined ? undefined : idAt(root, offset))}
      />
    </div>
  );
}
