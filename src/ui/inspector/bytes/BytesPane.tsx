// One layer of bytes: the field tree, what the picked field means, and the hex, linked both ways.
// It must not know which layer this is, nor where explanations come from.

import { type ReactNode, useMemo, useState } from 'react';
import type { Bytes, Field } from '../../../bytes/index.ts';
import type { FieldMarks } from '../../../story/compare/index.ts';
import { byteWords } from '../../../words/ui/index.ts';
import { allAlike, useSignText, WithSigns } from '../differing.tsx';
import { FieldTree } from './FieldTree.tsx';
import { HexDump } from './HexDump.tsx';
import { ancestors, chainOf, foldedAtFirst, idAt, linesOf, rootId } from './outline.ts';

interface Props {
  readonly title: string;
  readonly bytes: Bytes;
  readonly field: Field;
  /** The picked field by its place, or null for the whole layer. */
  readonly picked: string | null;
  /** A byte that the wire changed: what to look at first. */
  readonly altered: number | undefined;
  /** What is not alike where another run stands beside this one. */
  readonly differing?: FieldMarks;
  readonly onPick: (id: string) => void;
  /** What a field means and what can be done with it, given the fields from the root down to it and the byte that keys move. */
  readonly explain: (chain: readonly Field[], at: number) => ReactNode;
}

export function BytesPane({
  title,
  bytes,
  field: root,
  picked,
  altered,
  differing = allAlike,
  onPick,
  explain,
}: Props) {
  const fields = useFields(root, picked, altered, onPick);
  const { chain, field, hovered, setHovered, at } = fields;
  const { marks, stretches } = differing;
  const differs = useSignText('other');
  const unlike = stretches.some(({ start, end }) => at >= start && at < end);
  const name = at === altered ? byteWords.altered(field.name) : field.name;
  return (
    <div className="bytes-pane">
      <WithSigns value={marks}>
        <FieldTree
          label={byteWords.tree(title)}
          bytes={bytes}
          lines={fields.lines}
          picked={fields.visible(fields.chosen)}
          hovered={hovered === undefined ? undefined : fields.visible(hovered)}
          onPick={fields.pickField}
          onHover={setHovered}
          onFold={fields.fold}
        />
      </WithSigns>
      <div className="meaning" aria-live="polite">
        {explain(chain, at)}
      </div>
      <HexDump
        bytes={bytes}
        picked={field === root ? undefined : field}
        hovered={hovered === undefined ? undefined : chainOf(root, hovered).at(-1)}
        at={at}
        altered={altered}
        differing={stretches}
        meaning={unlike && differs !== undefined ? byteWords.noted(name, differs) : name}
        onPick={fields.pickByte}
        onHover={(offset) => setHovered(offset === undefined ? undefined : idAt(root, offset))}
      />
    </div>
  );
}

/** What is folded, pointed at and picked, and what follows for the other side. */
function useFields(root: Field, picked: string | null, altered: number | undefined, onPick: (id: string) => void) {
  const [folded, setFolded] = useState(() => foldedAtFirst(root));
  const [hovered, setHovered] = useState<string>();
  const [offset, setOffset] = useState(altered ?? 0);
  const lines = useMemo(() => linesOf(root, folded), [root, folded]);
  const first = altered === undefined ? undefined : idAt(root, altered);
  const chosen = picked !== null && chainOf(root, picked).length > 0 ? picked : (first ?? rootId);
  const chain = chainOf(root, chosen);
  const field = chain.at(-1) ?? root;
  return {
    lines,
    chosen,
    chain,
    field,
    hovered,
    setHovered,
    /** The byte that keys move: the one picked last, while it lies in the picked field. */
    at: offset >= field.start && offset < field.end ? offset : field.start,
    /** The line that stands for a field: its own, or the innermost one above it that is folded. */
    visible: (id: string) => ancestors(id).find((above) => folded.has(above)) ?? id,
    fold(id: string, shut: boolean): void {
      setFolded(new Set(shut ? [...folded, id] : [...folded].filter((other) => other !== id)));
      if (shut && chosen.startsWith(`${id}/`)) onPick(id);
    },
    pickField(id: string): void {
      setOffset(chainOf(root, id).at(-1)?.start ?? 0);
      onPick(id);
    },
    pickByte(at: number): void {
      setOffset(at);
      const id = idAt(root, at);
      if (id === undefined) return;
      const above = new Set(ancestors(id));
      setFolded(new Set([...folded].filter((other) => !above.has(other))));
      onPick(id);
    },
  };
}
