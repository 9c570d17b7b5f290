import type { Known } from './evaluator.js';

/** What an operator makes of values; where one side decides alone, the other need not be known. */
export function calculated(operator: string, parts: readonly Known[]): Known {
  const [left, right] = parts;
  if (operator === '&&' || operator === '||') {
    const decisive = operator === '||';
    if (parts.some((part) => part?.value === decisive)) return { value: decisive };
    return parts.every((part) => part?.value === !decisive) ? { value: !decisive } : undefined;
  }
  if (left === undefined) return undefined;
  if (right === undefined) {
    return operator === '!' && parts.length === 1 && typeof left.value === 'boolean'
      ? { value: !left.value }
      : undefined;
  }
  if (operator === '==' || operator === '!=') return compared(operator, left.value, right.value);
  if (typeof left.value !== 'number' || typeof right.value !== 'number') return undefined;
  const calculate = ARITHMETIC.get(operator);
  return calculate === undefined ? undefined : { value: calculate(left.value, right.value) };
}

const ARITHMETIC: ReadonlyMap<string, (a: number, b: number) => number | boolean> = new Map([
  ['+', (a: number, b: number): number | boolean => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['%', (a, b) => a % b],
  ['<', (a, b) => a < b],
  ['<=', (a, b) => a <= b],
  ['>', (a, b) => a > b],
  ['>=', (a, b) => a >= b],
]);

/** Terraform takes values of two types for different ones, and null for different from all else. */
function compared(operator: '==' | '!=', left: unknown, right: unknown): Known {
  if ([left, right].some((value) => typeof value === 'object' && value !== null)) {
    return left === null || right === null ? { value: operator === '!=' } : undefined;
  }
  return { value: (left === right) === (operator === '==') };
}
