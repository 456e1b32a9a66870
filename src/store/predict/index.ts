// The questions about what comes next that one mounted lab asks, and what was answered. Loaded by whoever wants to be asked.

export { type Asking, type AskingStore, createAsking, type Given, openQuestion, type Try } from './asking.ts';
