// The field trees of what lies in certificates. Only who looks at bytes needs them.

export { certificateField } from './certificate-field.ts';
export { type Contained, type Disclosed, disclosed } from './container-field.ts';
