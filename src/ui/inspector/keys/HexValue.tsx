// A value in hex, in groups of four bytes that a line is broken between. What is selected and copied has no gaps.
// It must not know what the value is.

import { type Bytes, toHex } from '../../../bytes/index.ts';

type Props = { readonly hex: string } | { readonly bytes: Bytes };

export function HexValue(props: Props) {
  const hex = 'hex' in props ? props.hex : toHex(props.bytes);
  const groups = hex.match(/.{1,8}/g) ?? [];
  return (
    <code className="key-hex">
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
        <span key={index}>
          {group}
          <wbr />
        </span>
      ))}
    </code>
  );
}
