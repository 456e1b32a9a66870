// The door of the diagram: a model goes in, a picture comes out. It imports nothing of ours.

export { toElement } from './element.ts';
export { layout } from './layout.ts';
export type {
  Actor,
  Band,
  Bracket,
  Keys,
  Legend,
  Mark,
  Message,
  Model,
  Row,
  Side,
  Tone,
  Work,
} from './model.ts';
export { createPicture, type Look, sceneIn } from './picture.ts';
export type { Measure, Scene, Shape } from './scene.ts';
export { pins, sight } from './sight.ts';
export { slicesOf } from './slices.ts';
export { type Size, type Surface, sizeOf, watchSize } from './surface.ts';
export { besideSize, toSvg, toSvgBeside } from './svg.ts';
export { tableMeasure } from './table-measure.ts';
export { fontFamily, type Ink, type Theme, type ThemeName, themes } from './themes.ts';
export { type Handlers, mount, type View } from './view.ts';
