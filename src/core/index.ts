export * from './code-register.ts';
export * from './codes.ts';
export * from './diagnostic.ts';
export * from './drawing.ts';
export * from './locale.ts';
export * from './span.ts';
export * from './workspace.ts';
