// Bytes in layers, and what each field of them means. Apart from the rest of the story, so that a page can load it when it needs it.

export { explainField, type Realm } from './explanation.ts';
export { asArrived, type Layer, layersOnWire, toLayers } from './layers.ts';
export { type WirePlace, wirePlace } from './wire-place.ts';
