// src/command/write-forms.ts
async function writeForms({ format, output, reports }, render, { write, terminal }) {
  for (const one of reports) {
    const written = write(await render(one.format), one.file);
    if (!written.ok) return written;
  }
  return write(await render(format, terminal(output)), output);
}

export {
  writeForms
};
