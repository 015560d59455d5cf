/** The most bytes of one answer; a page of issues with the longest bodies has fewer. */
const maxBytes = 32 * 1024 * 1024;

/** The body of an answer as JSON, or what is wrong with it, in words that follow the name of who gave it. */
export async function readBody(
  response: Response,
): Promise<{ ok: true; value: unknown } | { ok: false; message: string }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (response.body) {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      // Leaving the loop ends the connection.
      if (bytes > maxBytes) return { ok: false, message: `answered with more than ${maxBytes} bytes` };
      chunks.push(chunk);
    }
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text.trim() === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, message: 'answered with something that is not JSON' };
  }
}
