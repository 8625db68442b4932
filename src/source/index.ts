export * from './decode.ts';
export * from './edit-yaml.ts';
export * from './fields.ts';
export * from './json-schema.ts';
export * from './line-map.ts';
export * from './located.ts';
export * from './read-yaml.ts';
export type { PathKey } from './tree.ts';
