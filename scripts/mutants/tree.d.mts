import type { SourceText } from './mutate.mjs';

export function sourcesIn(tree: string, folder: string): readonly SourceText[];
export function copyTree(tree: string, to: string): void;
export function testDistances(tree: string): ReadonlyMap<string, ReadonlyMap<string, number>>;
