// The door of the diagram: a model goes in, a picture comes out. It imports nothing of ours.

export type {
  Actor,
  Band,
  Bracket,
  Epoch,
  Keys,
  Mark,
  Message,
  Model,
  Row,
  Side,
  Tone,
  Work,
} from './model.ts';
