/** The least that a program in Node can do with a plan: read it, and parse it. */
import { readFileSync } from 'node:fs';

JSON.parse(readFileSync(process.argv[2], 'utf8'));
