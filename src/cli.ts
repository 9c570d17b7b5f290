import { runProgram } from './command/program.js';

process.exitCode = await runProgram(new URL('./worker.js', import.meta.url));
