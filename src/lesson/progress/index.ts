// How far somebody is in a lesson, and what came of it.

export * from './progress.ts';
