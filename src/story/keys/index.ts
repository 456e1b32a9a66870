// The key schedule as a tree that fills while the handshake goes. Apart from the rest of the story: only the Keys pane needs it.

export type {
  KeyInput,
  KeyNode,
  KeySection,
  KeyTree,
  KeyValue,
  Knowing,
  SharedWay,
} from './shape.ts';
export { keyTree } from './tree.ts';
