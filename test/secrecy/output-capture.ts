/** Everything that this process writes to its two outputs until `end`. */
export function captureOutput(): { readonly lines: () => readonly string[]; end(): void } {
  const streams = [process.stdout, process.stderr];
  const kept = streams.map((stream) => stream.write.bind(stream));
  let written = '';
  streams.forEach((stream) => {
    stream.write = (chunk: string | Uint8Array): boolean => {
      written += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      return true;
    };
  });
  return {
    lines: () => written.split('\n').filter((line) => line !== ''),
    end: () => streams.forEach((stream, index) => void (stream.write = kept[index]!)),
  };
}
