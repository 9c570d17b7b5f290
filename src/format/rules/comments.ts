/** The lines as comments of HCL. What a plan says stays on its line. */
export function commentLines(lines: readonly string[]): string {
  return lines.map((line) => `# ${line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')}\n`).join('');
}
