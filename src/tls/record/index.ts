// Records by themselves, for whoever cuts up or joins their content without being an endpoint.

export { MESSAGE_HEADER, messageLength } from './parts.ts';
