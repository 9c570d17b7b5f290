/** An answer that cannot be used, by its own kind so that no text of a parser reaches people. */
export class BadAnswer extends Error {}

/** The JSON of an answer, of any form. Throws {@link BadAnswer} for what is none, or is longer than so many bytes. */
export async function jsonAnswer(response: Response, longest: number): Promise<unknown> {
  const decoder = new TextDecoder('utf-8');
  let text = '';
  let length = 0;
  const chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[] = response.body ?? [];
  for await (const chunk of chunks) {
    length += chunk.byteLength;
    if (length > longest) throw new BadAnswer(`answered with more than ${longest} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  try {
    return JSON.parse(text + decoder.decode());
  } catch {
    throw new BadAnswer('answered with what is no JSON, or is cut off. Run it again');
  }
}
