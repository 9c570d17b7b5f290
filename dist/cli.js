#!/usr/bin/env node
// src/cli.ts
import { runProgram } from "./start.js";
process.exitCode = await runProgram(new URL("./worker.js", import.meta.url));
