#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// A build ends after seconds. V8's optimizing compiler, at its usual eagerness, spends more time on each of our functions than
// that function then saves, on both threads and on the cores they need; a function has to be fifteen times as hot first.
setFlagsFromString('--always-sparkplug');
setFlagsFromString('--interrupt-budget=1000000');
// Much of what is read stays to the end: the young heap grows at once to its full size, and is gone through less often.
setFlagsFromString('--semi-space-growth-factor=64');
// Nor is there time for marking bit by bit, which goes through all that is kept long before memory is short.
setFlagsFromString('--no-incremental-marking');

const { main, processHost } = await import('../dist/cli.mjs');
process.exitCode = await main(process.argv.slice(2), processHost());
